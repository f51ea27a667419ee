/// The form of a country's postcodes in a small language of our own.
///
/// `#` is a digit, `@` a letter, `*` either, `[A-HJ]` one of these, `(a|b)` one of these texts, `?`
/// makes what stands before it optional, `|` separates whole forms; everything else is itself.
/// Letters match in any case.
package struct PostcodePattern: Hashable, Sendable {
    private let root: [[Piece]]

    private struct Piece: Hashable, Sendable {
        let kind: Kind
        let isOptional: Bool
    }

    private indirect enum Kind: Hashable, Sendable {
        /// Bytes below 128, as bits.
        case oneOf(low: UInt64, high: UInt64)
        case either([[Piece]])
    }

    package init(_ text: String) {
        var rest = Array(text.utf8)[...]
        root = Self.alternatives(&rest)
        precondition(rest.isEmpty, "a postcode pattern closes what it opens: \(text)")
    }

    package func matches(_ postcode: String) -> Bool {
        let bytes = postcode.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        return root.contains { Self.match($0[...], bytes[...], then: \.isEmpty) }
    }

    private static func match(
        _ pieces: ArraySlice<Piece>,
        _ bytes: ArraySlice<UInt8>,
        then rest: (ArraySlice<UInt8>) -> Bool
    ) -> Bool {
        guard let piece = pieces.first else { return rest(bytes) }
        let after = pieces.dropFirst()
        let taken =
            switch piece.kind {
            case .oneOf(let low, let high):
                if let byte = bytes.first, byte < 128,
                    (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
                {
                    match(after, bytes.dropFirst(), then: rest)
                } else {
                    false
                }
            case .either(let forms):
                forms.contains { form in
                    match(form[...], bytes) { match(after, $0, then: rest) }
                }
            }
        return taken || piece.isOptional && match(after, bytes, then: rest)
    }
}

// Reading the language.
extension PostcodePattern {
    private static func alternatives(_ rest: inout ArraySlice<UInt8>) -> [[Piece]] {
        var forms: [[Piece]] = [[]]
        while let byte = rest.first, byte != UInt8(ascii: ")") {
            rest.removeFirst()
            let kind: Kind
            switch byte {
            case UInt8(ascii: "|"):
                forms.append([])
                continue
            case UInt8(ascii: "("):
                kind = .either(alternatives(&rest))
                rest = rest.dropFirst()
            case UInt8(ascii: "["): kind = set(&rest)
            case UInt8(ascii: "#"): kind = oneOf(0x30...0x39)
            case UInt8(ascii: "@"): kind = oneOf(0x41...0x5A)
            case UInt8(ascii: "*"): kind = oneOf(Array(0x30...0x39) + Array(0x41...0x5A))
            default: kind = oneOf([byte])
            }
            let isOptional = rest.first == UInt8(ascii: "?")
            if isOptional { rest.removeFirst() }
            forms[forms.count - 1].append(Piece(kind: kind, isOptional: isOptional))
        }
        return forms
    }

    private static func set(_ rest: inout ArraySlice<UInt8>) -> Kind {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "]") {
            if byte == UInt8(ascii: "-"), let from = bytes.last, let to = rest.popFirst() {
                bytes.append(contentsOf: from...to)
            } else {
                bytes.append(byte)
            }
        }
        return oneOf(bytes)
    }

    private static func oneOf(_ bytes: some Sequence<UInt8>) -> Kind {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for byte in bytes {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        return .oneOf(low: low, high: high)
    }
}
