/// The ASCII form of an age file: strict PEM, for what is printed or mailed.
package enum AgeArmor {
    private static let begin = Array("-----BEGIN AGE ENCRYPTED FILE-----".utf8)
    private static let end = Array("-----END AGE ENCRYPTED FILE-----".utf8)
    private static let newline = UInt8(ascii: "\n")

    package static func encode(_ file: [UInt8]) -> [UInt8] {
        var text = begin + [newline]
        let base64 = AgeBase64.encode(file, padded: true)
        for start in stride(from: 0, to: base64.count, by: 64) {
            text += base64[start..<min(start + 64, base64.count)]
            text.append(newline)
        }
        return text + end + [newline]
    }

    /// Whether the text, blank space aside, begins like an armoured file.
    package static func isArmored(_ text: [UInt8]) -> Bool {
        text.drop(while: isBlank).starts(with: begin)
    }

    package static func decode(_ text: [UInt8]) throws(AgeFlaw) -> [UInt8] {
        // Blank space is allowed before and after the file, and nowhere in it.
        var lines = text.drop(while: isBlank)
            .split(
                separator: newline,
                omittingEmptySubsequences: false
            )
        while let last = lines.last, last.allSatisfy(isBlank) { lines.removeLast() }
        lines = lines.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        guard let first = lines.first, Array(first) == begin else {
            throw .armor("expected the begin line first")
        }
        guard lines.count > 1, let last = lines.last,
            last.starts(with: end), last.dropFirst(end.count).allSatisfy(isBlank)
        else { throw .armor("expected the end line last") }
        var base64: [UInt8] = []
        let body = lines[1..<(lines.count - 1)]
        for (number, line) in zip(1..., body) {
            let isFull = line.count == 64
            guard isFull || number == body.count && !line.isEmpty && line.count < 64 else {
                throw .armor("line \(number): expected 64 characters, found \(line.count)")
            }
            base64 += line
        }
        guard let file = AgeBase64.decode(base64, padded: true) else {
            throw .armor("the body is not canonical base64")
        }
        return file
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0d).contains(byte)
    }
}
