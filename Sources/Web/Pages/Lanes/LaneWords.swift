import Mail
import Office

/// Lanes in the reader's words.
struct LaneWords {
    private let words: WordList

    init(_ words: WordList) {
        self.words = words
    }

    /// `United States, Parcel, API`; everything where nothing is said.
    func lanes(_ selector: LaneSelector) -> String {
        let parts = [
            selector.destination.map(destination),
            selector.product.map { words("product_\($0.rawValue)") },
            selector.channel.map { words("channel_\($0.rawValue)") },
            selector.kind.map { words("kind_\($0.rawValue)") },
            selector.data.map { words($0 ? "lane_data_yes" : "lane_data_no") },
        ]
        let said = parts.compactMap(\.self)
        return said.isEmpty ? words("lane_any") : said.joined(separator: ", ")
    }

    func destination(_ destination: LaneDestination) -> String {
        switch destination {
        case .country(let country): country.name(in: words.language)
        case .group(let countries):
            destination.name == destination.text
                ? countries.map { $0.name(in: words.language) }.sorted().joined(separator: " + ")
                : destination.name.uppercased()
        case .territory(let territory):
            words("lane_territory", ["code": territory.rawValue.uppercased()])
        }
    }

    func column(_ column: LaneBoard.Column) -> String {
        column.product.map { words("product_\($0.rawValue)") } ?? words("lane_correspondence")
    }

    func word(_ name: String) -> String { words(name) }

    func state(_ state: LaneState.Name) -> String { words("lane_\(state.rawValue)") }

    /// A number as a person reads it from afar: its thousands apart.
    static func number(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.enumerated()
            .map { place, digit in
                let left = digits.count - place
                return place > 0 && left % 3 == 0 ? "\u{202F}\(digit)" : String(digit)
            }
            .joined()
    }

    /// Time that passed or is to pass: `2:14`, or `3 d 02:14`.
    func span(_ milliseconds: Int64) -> String {
        let minutes = max(0, milliseconds) / 60_000
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        let clock = "\(days > 0 && hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
        return days > 0 ? "\(days) \(words("lanes_day_unit")) \(clock)" : clock
    }
}
