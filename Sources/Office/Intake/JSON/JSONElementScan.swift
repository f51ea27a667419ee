/// Finds where a JSON value ends without understanding it, a chunk at a time.
struct JSONElementScan {
    private var depth = 0
    private var isInText = false
    private var isEscaped = false
    private var hasBegun = false
    private var isScalar = false

    enum Step: Hashable {
        /// The value ends before this index.
        case end(Int)
        /// A line ends inside a text: a quote was forgotten.
        case brokenText(Int)
        case more
    }

    /// Goes on from `index`; the bytes before it were seen.
    mutating func advance(_ bytes: [UInt8], from index: Int) -> Step {
        let bytes = bytes.span
        var at = index
        while at < bytes.count {
            let byte = bytes[at]
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                    if depth == 0 { return .end(at + 1) }
                } else if byte == 0x0A || byte == 0x0D {
                    return .brokenText(at)
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""):
                    if isScalar { return .end(at) }
                    isInText = true
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    if isScalar { return .end(at) }
                    depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return .end(at) }
                    depth -= 1
                    if depth == 0 { return .end(at + 1) }
                case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                    if depth == 0, hasBegun { return .end(at) }
                default: if depth == 0 { isScalar = true }
                }
            }
            hasBegun = true
            at += 1
        }
        return .more
    }
}
