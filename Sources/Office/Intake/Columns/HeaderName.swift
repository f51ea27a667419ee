/// Column names as they are compared: small letters and digits, without accents and punctuation.
enum HeaderName {
    static func key(_ header: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in header.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": key.append(scalar)
            case "à", "á", "â", "ã", "ä", "å": key.append("a")
            case "ç": key.append("c")
            case "è", "é", "ê", "ë": key.append("e")
            case "ì", "í", "î", "ï": key.append("i")
            case "ñ": key.append("n")
            case "ò", "ó", "ô", "õ", "ö", "ø": key.append("o")
            case "ù", "ú", "û", "ü": key.append("u")
            case "ß": key.append(contentsOf: "ss".unicodeScalars)
            case "æ": key.append(contentsOf: "ae".unicodeScalars)
            case "œ": key.append(contentsOf: "oe".unicodeScalars)
            // Combining marks: the other way to write the letters above.
            case "\u{300}"..."\u{36F}": continue
            default: if scalar.properties.isAlphabetic { key.append(scalar) }
            }
        }
        return String(key)
    }

    /// How many letters must be added, dropped, changed or swapped to turn one key into the other,
    /// when they are at most `limit`.
    static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var before: [Int] = []
        var above = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in right.indices {
                var best = min(above[column + 1] + 1, current[column] + 1)
                best = min(best, above[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            guard current.contains(where: { $0 <= limit }) else { return nil }
            (before, above) = (above, current)
        }
        return above[right.count] <= limit ? above[right.count] : nil
    }
}
