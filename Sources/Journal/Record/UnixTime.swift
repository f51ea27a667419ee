/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds uncounted.
///
/// The journal is given every time it writes down; it never asks a clock.
package struct UnixTime: Hashable, Comparable, Sendable {
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    package static let secondsInDay: Int64 = 86_400

    package func adding(days: Int) -> UnixTime {
        UnixTime(seconds: seconds + Int64(days) * Self.secondsInDay)
    }
}

extension UnixTime: LosslessStringConvertible {
    /// Reads `2026-11-24T02:37:09Z` (RFC 3339, UTC, whole seconds) and nothing else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let pattern = Array("0000-00-00T00:00:00Z".utf8)
        guard bytes.count == pattern.count else { return nil }
        var numbers: [Int] = [0]
        for (byte, mark) in zip(bytes, pattern) {
            if mark == UInt8(ascii: "0") {
                guard (0x30...0x39).contains(byte) else { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
            } else {
                guard byte == mark else { return nil }
                numbers.append(0)
            }
        }
        guard (1...12).contains(numbers[1]), numbers[3] < 24, numbers[4] < 60, numbers[5] < 60
        else { return nil }
        let month = CalendarMonth(year: numbers[0], month: numbers[1])
        let day = Int64(numbers[2] - 1)
        guard (0..<month.days).contains(day) else { return nil }
        let clock = Int64(numbers[3] * 3600 + numbers[4] * 60 + numbers[5])
        self.init(seconds: month.start.seconds + day * Self.secondsInDay + clock)
    }

    package var description: String {
        let month = CalendarMonth(containing: self)
        let inMonth = seconds - month.start.seconds
        let day = padded(inMonth / Self.secondsInDay + 1)
        let clock = inMonth % Self.secondsInDay
        let time = [clock / 3600, clock / 60 % 60, clock % 60].map(padded).joined(separator: ":")
        return "\(month)-\(day)T\(time)Z"
    }

    private func padded(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
