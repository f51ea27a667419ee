/// Why words are no share, or shares no secret.
package enum ShareFlaw: Error, Hashable, Sendable {
    /// A share has 20 words or more, 33 for a key of ours.
    case wordCount(Int)
    /// The place counts from 1.
    case unknownWord(String, place: Int, meant: String?)
    /// Words of the list, and one of them is not what was written down; where, when only one place
    /// is possible.
    case checksum(place: Int?)
    case padding
    case groups(threshold: Int, count: Int)
    case noShares
    /// Two shares that were never made together.
    case differentSets(String, UInt16, String, UInt16)
    /// Two shares of one set that disagree about how many are needed.
    case differentRules(String, String)
    /// The same place in the set, with other words.
    case sameNumber(String, String, number: Int)
    case tooFew(needed: Int, found: Int)
    case tooFewGroups(needed: Int, found: Int)
    /// Each share is whole, and together they are of no secret.
    case notTogether([String])
    case secretLength(Int)

    package var hint: String {
        switch self {
        case .wordCount, .unknownWord, .checksum:
            "compare each word with the sheet; the first four letters are enough to tell it"
        case .padding, .groups: "the tool that made this share has a fault: use another share"
        case .noShares, .tooFew, .tooFewGroups: "fetch another sheet of the same set"
        case .differentSets: "the set's number stands at the head of each sheet"
        case .differentRules, .notTogether: "leave one of them out and use another share"
        case .sameNumber: "one of the two is not of this set: fetch a third"
        case .secretLength: "give the shares of a recovery key, which has 32 bytes"
        }
    }
}

extension ShareFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wordCount(let found): "expected 33 words (or 20 and more), found \(found)"
        case .unknownWord(let word, let place, let meant):
            "word \(place): '\(word)' is not in the list"
                + (meant.map { "; did you mean '\($0)'" } ?? "")
        case .checksum(let place?): "a word is wrong: look at word \(place)"
        case .checksum(nil): "words are wrong or in the wrong order"
        case .padding: "expected zeros in front of the value, found others"
        case .groups(let threshold, let count):
            "expected at most \(count) groups to be needed, found \(threshold)"
        case .noShares: "expected shares, found none"
        case .differentSets(let one, let first, let other, let second):
            "\(one) is of set \(first), \(other) of set \(second)"
        case .differentRules(let one, let other):
            "\(one) and \(other) disagree about how many shares are needed"
        case .sameNumber(let one, let other, let number):
            "\(one) and \(other) both say they are share \(number), with other words"
        case .tooFew(let needed, let found):
            "expected \(needed) shares of the set, found \(found)"
        case .tooFewGroups(let needed, let found):
            "expected shares of \(needed) groups, found \(found)"
        case .notTogether(let names):
            "\(names.joined(separator: ", ")): each is whole, and together they are of no secret"
        case .secretLength(let found): "expected a secret of 32 bytes, found \(found)"
        }
    }
}

/// Why the words on one sheet are refused, with the sheet's name.
package struct SheetFlaw: Error, Hashable, Sendable {
    package let sheet: String
    package let flaw: ShareFlaw

    package init(sheet: String, flaw: ShareFlaw) {
        self.sheet = sheet
        self.flaw = flaw
    }
}

extension SheetFlaw: CustomStringConvertible {
    package var description: String { sheet.isEmpty ? "\(flaw)" : "\(sheet): \(flaw)" }
}

extension ShareWords {
    /// The word that a hand most likely meant: the same first four letters, or one letter apart.
    static func nearest(to word: String) -> String? {
        let head = word.prefix(4)
        if head.count == 4, let same = all.first(where: { $0.hasPrefix(head) }) { return same }
        let near = all.filter { isOneApart(Array($0.utf8), Array(word.utf8)) }
        return near.count == 1 ? near[0] : nil
    }

    /// One letter put in, left out or exchanged.
    private static func isOneApart(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard abs(left.count - right.count) <= 1 else { return false }
        let head = zip(left, right).prefix { $0 == $1 }.count
        let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return head + tail >= max(left.count, right.count) - 1
    }
}
