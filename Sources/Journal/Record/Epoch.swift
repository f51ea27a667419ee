/// What an entry may contain, and so whether it can ever be forgotten.
package enum EntryClass: String, Hashable, CaseIterable, Sendable {
    /// No personal data: numbers, lanes, users, plans. Never forgotten.
    case state
    /// Anything about a sender, an addressee or an item's contents.
    case personal
}

/// One calendar month of one class: what a data key is for, and the unit of forgetting.
package struct Epoch: Hashable, Sendable {
    package let month: CalendarMonth
    package let entryClass: EntryClass

    package init(month: CalendarMonth, entryClass: EntryClass) {
        self.month = month
        self.entryClass = entryClass
    }
}

extension Epoch: LosslessStringConvertible {
    /// Reads `2026-11-personal`.
    package init?(_ text: String) {
        guard let month = CalendarMonth(String(text.prefix(7))), text.dropFirst(7).first == "-",
            let entryClass = EntryClass(rawValue: String(text.dropFirst(8)))
        else { return nil }
        self.init(month: month, entryClass: entryClass)
    }

    package var description: String { "\(month)-\(entryClass.rawValue)" }
}

extension Epoch: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        (left.month, left.entryClass.rawValue) < (right.month, right.entryClass.rawValue)
    }
}

/// Eight bytes that name a data key without telling anything of it.
package struct EpochKeyID: Hashable, Sendable {
    package static let byteCount = 8

    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        precondition(bytes.count == Self.byteCount, "a key id has 8 bytes, not \(bytes.count)")
        self.bytes = bytes
    }
}

extension EpochKeyID: LosslessStringConvertible {
    /// Reads sixteen lower-case hexadecimal digits.
    package init?(_ text: String) {
        guard let bytes = Hexadecimal.decode(text), bytes.count == Self.byteCount else {
            return nil
        }
        self.init(bytes: bytes)
    }

    package var description: String { Hexadecimal.encode(bytes) }
}
