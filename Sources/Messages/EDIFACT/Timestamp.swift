/// Dates and instants between our writing (ISO 8601) and the digits that segments carry.
enum Timestamp {
    /// `2026-11-23T09:30:00Z` as `20261123093000`; `nil` for anything else, fractions included.
    static func digits(ofInstant text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 else { return nil }
        return digits(of: bytes, pattern: "dddd-dd-ddTdd:dd:ddZ")
    }

    /// `2026-11-23` as `20261123`.
    static func digits(ofDate text: String) -> String? {
        digits(of: Array(text.utf8), pattern: "dddd-dd-dd")
    }

    static func instant(ofDigits digits: String) -> String? {
        guard digits.utf8.count == 14, let date = date(ofDigits: String(digits.prefix(8))) else {
            return nil
        }
        let time = Array(digits.utf8.dropFirst(8))
        let parts = [time[0...1], time[2...3], time[4...5]]
            .map { String(decoding: $0, as: UTF8.self) }
        let instant = "\(date)T\(parts.joined(separator: ":"))Z"
        return Self.digits(ofInstant: instant) == digits ? instant : nil
    }

    static func date(ofDigits digits: String) -> String? {
        let bytes = Array(digits.utf8)
        guard bytes.count == 8 else { return nil }
        let parts = [bytes[0...3], bytes[4...5], bytes[6...7]]
            .map { String(decoding: $0, as: UTF8.self) }
        let date = parts.joined(separator: "-")
        return Self.digits(ofDate: date) == digits ? date : nil
    }

    private static func digits(of bytes: [UInt8], pattern: StaticString) -> String? {
        let pattern = Array(String(describing: pattern).utf8)
        guard bytes.count == pattern.count else { return nil }
        var digits: [UInt8] = []
        for (byte, expected) in zip(bytes, pattern) {
            if expected == UInt8(ascii: "d") {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                digits.append(byte)
            } else if byte != expected {
                return nil
            }
        }
        return isPossible(digits) ? String(decoding: digits, as: UTF8.self) : nil
    }

    /// Whether month, day, hour, minute and second lie in their ranges (60 for a leap second).
    private static func isPossible(_ digits: [UInt8]) -> Bool {
        func pair(_ index: Int) -> Int {
            Int(digits[index] - 0x30) * 10 + Int(digits[index + 1] - 0x30)
        }
        let year = pair(0) * 100 + pair(2)
        let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(pair(4)), (1...days[pair(4) - 1]).contains(pair(6)) else {
            return false
        }
        return digits.count == 8 || pair(8) < 24 && pair(10) < 60 && pair(12) <= 60
    }
}
