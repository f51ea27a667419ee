import Journal

/// A ceremony that has made its sheets and waits until somebody has typed them back.
///
/// In `keys/recovery.pending`; public, as a recipient is.
package struct RecoveryPending: Hashable, Sendable {
    /// What becomes of the recipients that the office has.
    package enum Mode: String, Hashable, Sendable {
        /// The new one is put beside them.
        case add
        /// The new one takes their place: their sheets open nothing that is wrapped from then on.
        case replace
    }

    static let file = "recovery.pending"

    package let recipient: String
    package let mode: Mode
    /// The set's number, as on its sheets.
    package let set: UInt16

    var text: String { "\(recipient) \(mode.rawValue) \(set)\n" }

    init(recipient: AgeRecipient, mode: Mode, set: UInt16) {
        self.recipient = "\(recipient)"
        self.mode = mode
        self.set = set
    }

    init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, (try? AgeRecipient(String(words[0]))) != nil,
            let mode = Mode(rawValue: String(words[1])), let set = UInt16(words[2])
        else { return nil }
        recipient = String(words[0])
        self.mode = mode
        self.set = set
    }
}

/// Why a ceremony goes no further.
package enum CeremonyRefusal: Error, Hashable, Sendable {
    /// Sheets inside the office would be locked with it.
    case insideOffice(String)
    /// Nothing waits to be confirmed.
    case notBegun
    /// Not all sheets have been typed back.
    case sheetsMissing(needed: Int, found: Int)
    /// The words are of another set than the one that waits.
    case otherSet(waiting: UInt16, typed: UInt16)
    /// A word that was asked for is another.
    case otherWord(sheet: Int, place: Int)

    package var hint: String {
        switch self {
        case .insideOffice: "name a folder on a medium that you take away"
        case .notBegun: "begin with `posthorn keys ceremony`"
        case .sheetsMissing: "type every sheet into a file, from paper, and give all files"
        case .otherSet: "use the sheets of the last ceremony begun, or begin a new one"
        case .otherWord: "print the sheet again and read from paper; nothing was changed"
        }
    }
}

extension CeremonyRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .insideOffice(let path): "\(path) lies inside the office, which it is to rescue"
        case .notBegun: "no ceremony waits to be confirmed"
        case .sheetsMissing(let needed, let found):
            "expected the words of \(needed) sheets, found \(found)"
        case .otherSet(let waiting, let typed):
            "expected the sheets of set \(waiting), found set \(typed)"
        case .otherWord(let sheet, let place):
            "sheet \(sheet), word \(place): another word was typed"
        }
    }
}
