import Mail

extension Moment {
    /// Reads RFC 3339 as queries have it: a day, which is its beginning in UTC, or a date and time
    /// with `Z` or an offset.
    init?(rfc3339 text: String) {
        if let day = CalendarDay(text) {
            self.init(milliseconds: Int64(day.daysSince1970) * 86_400_000)
            return
        }
        guard text.utf8.count >= 20, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let bytes = Array(text.utf8)
        guard let day = CalendarDay(String(decoding: bytes[..<10], as: UTF8.self)),
            bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"),
            let hour = Self.digits(bytes[11..<13]), hour < 24,
            let minute = Self.digits(bytes[14..<16]), minute < 60,
            let second = Self.digits(bytes[17..<19]), second < 60
        else { return nil }
        var rest = bytes[19...]
        var milliseconds = 0
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard (1...9).contains(fraction.count) else { return nil }
            let padded = Array(fraction.prefix(3)) + Array(repeating: 0x30, count: 2)
            milliseconds = Self.digits(padded[..<3]) ?? 0
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard let offset = Self.offset(rest) else { return nil }
        let seconds = (day.daysSince1970 * 24 + hour) * 3600 + (minute - offset) * 60 + second
        let total = Int64(seconds) * 1000 + Int64(milliseconds)
        self.init(milliseconds: total)
    }

    /// Minutes east of UTC.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first else { return nil }
        if sign | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
        let rest = Array(bytes.dropFirst())
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), rest.count == 5,
            rest[2] == UInt8(ascii: ":"), let hours = digits(rest[..<2]), hours < 24,
            let minutes = digits(rest[3...]), minutes < 60
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}

extension CalendarDay {
    /// Days from 1970-01-01, counted in eras of 400 years that begin on 1 March.
    fileprivate var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
