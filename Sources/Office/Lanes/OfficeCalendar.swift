import Foundation
package import Mail

/// Hours and days as the clock on the office's wall has them.
package struct OfficeCalendar: Hashable, Sendable {
    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 86_400_000

    private let zone: TimeZone

    /// The calendar of a time zone by its name, such as `Europe/London`.
    package init?(_ name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    package var name: String { zone.identifier }

    /// The hour and the day that a moment lies in.
    package func window(at moment: Moment) -> LaneWindow {
        let offset = offset(at: moment)
        let local = Moment(milliseconds: moment.milliseconds + offset)
        return LaneWindow(
            hour: String(local.text.prefix(13)) + Self.text(offset: offset),
            day: local.day.text
        )
    }

    /// The moment at which the next hour begins.
    package func nextHour(after moment: Moment) -> Moment {
        let local = moment.milliseconds + offset(at: moment)
        let rest = Self.hour - (local % Self.hour + Self.hour) % Self.hour
        return Moment(milliseconds: moment.milliseconds + rest)
    }

    /// The moment at which the next day begins.
    package func nextDay(after moment: Moment) -> Moment {
        let local = Moment(milliseconds: moment.milliseconds + offset(at: moment))
        return start(local: local.day.end.milliseconds)
    }

    /// Reads `2026-12-24`, `2026-12-24T18:00` on the office's wall, or either with `Z` or `+01:00`.
    package func moment(_ text: String) -> Moment? {
        guard let day = CalendarDay(String(text.prefix(10))) else { return nil }
        guard text.utf8.count > 10 else { return start(local: day.start.milliseconds) }
        guard text.dropFirst(10).first == "T" else { return nil }
        var time = String(text.dropFirst(11))
        var offset: Int64?
        if time.hasSuffix("Z") {
            time.removeLast()
            offset = 0
        } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let minutes = Self.minutes(String(time[time.index(after: sign)...])) else {
                return nil
            }
            offset = minutes * (time[sign] == "-" ? -60_000 : 60_000)
            time = String(time[..<sign])
        }
        if let point = time.firstIndex(of: ".") { time = String(time[..<point]) }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3,
            let minutes = Self.minutes(parts[0...1].joined(separator: ":")),
            let seconds = Int64(parts.count == 3 ? String(parts[2]) : "0"), seconds < 60
        else { return nil }
        let local = day.start.milliseconds + minutes * 60_000 + seconds * 1000
        return offset.map { Moment(milliseconds: local - $0) } ?? start(local: local)
    }

    /// A moment as it is written on the office's wall: `2026-12-24 18:00 +00:00`.
    package func text(_ moment: Moment) -> String {
        let offset = offset(at: moment)
        let local = Moment(milliseconds: moment.milliseconds + offset).text
        return local.prefix(10) + " " + local.dropFirst(11).prefix(5) + " "
            + Self.text(offset: offset)
    }

    /// The moment at which a wall clock shows a time; where it shows it twice, the first.
    private func start(local: Int64) -> Moment {
        let guess = Moment(milliseconds: local - offset(at: Moment(milliseconds: local)))
        let earlier = Moment(milliseconds: local - offset(at: before(guess)))
        if earlier < guess, offset(at: earlier) == local - earlier.milliseconds { return earlier }
        return Moment(milliseconds: local - offset(at: guess))
    }

    private func before(_ moment: Moment) -> Moment {
        Moment(milliseconds: moment.milliseconds - 3 * Self.hour)
    }

    /// What the wall's clock is ahead of UTC, in milliseconds.
    package func offset(at moment: Moment) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        return Int64(zone.secondsFromGMT(for: date)) * 1000
    }

    private static func minutes(_ text: String) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hours = Int64(parts[0]), let minutes = Int64(parts[1]), (0...23).contains(hours),
            (0...59).contains(minutes)
        else { return nil }
        return hours * 60 + minutes
    }

    private static func text(offset: Int64) -> String {
        let minutes = abs(offset) / 60_000
        func pad(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
        return (offset < 0 ? "-" : "+") + pad(minutes / 60) + ":" + pad(minutes % 60)
    }
}
