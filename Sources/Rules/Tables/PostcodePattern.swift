/// The form of a country's postcodes in a small language of our own.
///
/// `#` is a digit, `@` a letter, `*` either, `[A-HJ]` one of these, `(a|b)` one of these texts, `?`
/// makes what stands before it optional, `|` separates whole forms; everything else is itself.
/// Letters match in any case.
package struct PostcodePattern: Hashable, Sendable {
    /// Every form written out, with nothing optional left, by its length.
    private let forms: [Int: [Form]]

    private typealias Form = [ByteSet]

    package init(_ text: String) {
        var rest = Array(text.utf8)[...]
        let written = Self.alternatives(&rest)
        precondition(rest.isEmpty, "a postcode pattern closes what it opens: \(text)")
        forms = Dictionary(grouping: written, by: \.count)
    }

    package func matches(_ postcode: String) -> Bool {
        guard let forms = forms[postcode.utf8.count] else { return false }
        let bytes = postcode.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        return forms.contains { form in
            bytes.indices.allSatisfy { form[$0].contains(bytes[$0]) }
        }
    }
}

/// Bytes below 128, as bits.
private struct ByteSet: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
    }
}

// Reading the language.
extension PostcodePattern {
    private static func alternatives(_ rest: inout ArraySlice<UInt8>) -> [Form] {
        var finished: [Form] = []
        var open: [Form] = [[]]
        while let byte = rest.first, byte != UInt8(ascii: ")") {
            rest.removeFirst()
            guard byte != UInt8(ascii: "|") else {
                finished += open
                open = [[]]
                continue
            }
            var next = piece(byte, &rest)
            if rest.first == UInt8(ascii: "?") {
                rest.removeFirst()
                next.append([])
            }
            open = open.flatMap { form in next.map { form + $0 } }
        }
        return finished + open
    }

    /// The forms that one piece can take.
    private static func piece(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> [Form] {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        switch byte {
        case UInt8(ascii: "("):
            let forms = alternatives(&rest)
            rest = rest.dropFirst()
            return forms
        case UInt8(ascii: "["): return [[set(&rest)]]
        case UInt8(ascii: "#"): return [[ByteSet(digits)]]
        case UInt8(ascii: "@"): return [[ByteSet(letters)]]
        case UInt8(ascii: "*"): return [[ByteSet(Array(digits) + Array(letters))]]
        default: return [[ByteSet(CollectionOfOne(byte))]]
        }
    }

    private static func set(_ rest: inout ArraySlice<UInt8>) -> ByteSet {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "]") {
            if byte == UInt8(ascii: "-"), let from = bytes.last, let to = rest.popFirst() {
                bytes.append(contentsOf: from...to)
            } else {
                bytes.append(byte)
            }
        }
        return ByteSet(bytes)
    }
}
