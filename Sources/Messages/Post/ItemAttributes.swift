package import Mail

/// What an ITMATT message says of one item.
package struct ItemAttributes: Hashable, Sendable {
    package let id: ItemID
    /// When the item was recorded, to the second: messages carry no more.
    package let recorded: Moment
    package let item: MailItem

    package init(id: ItemID, recorded: Moment, item: MailItem) {
        self.id = id
        self.recorded = recorded.wholeSecond
        self.item = item
    }

    package init(_ record: ItemRecord) {
        self.init(id: record.id, recorded: record.lodgedAt, item: record.item)
    }
}

extension Moment {
    fileprivate var wholeSecond: Moment {
        let past = milliseconds % 1000
        return Moment(milliseconds: milliseconds - (past < 0 ? past + 1000 : past))
    }

    /// `2026-11-24T02:23:00Z`.
    package var secondsText: String { text.prefix(19) + "Z" }

    /// Reads what ``secondsText`` writes.
    package init?(secondsText text: String) {
        guard let digits = Timestamp.digits(ofInstant: text) else { return nil }
        let bytes = Array(digits.utf8)
        func number(_ start: Int, _ count: Int) -> Int64 {
            bytes[start..<(start + count)].reduce(0) { $0 * 10 + Int64($1 - 0x30) }
        }
        let (year, month, day) = (number(0, 4), number(4, 2), number(6, 2))
        // Days from the civil date, counted in eras of 400 years that begin on 1 March.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        let seconds = number(8, 2) * 3600 + number(10, 2) * 60 + number(12, 2)
        self.init(milliseconds: (days * 86_400 + seconds) * 1000)
    }
}
