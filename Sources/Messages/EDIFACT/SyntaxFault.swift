/// Why bytes are not an interchange, and where that shows.
///
/// A fault ends the reading: what follows cannot be trusted to mean what it says. Wrong counts and
/// references do not; they are ``EnvelopeFinding``s beside the values that were read.
package struct SyntaxFault: Error, Hashable, Sendable {
    package let reason: Reason
    /// The byte, from the start of the input, at which the fault shows.
    package let offset: Int
    /// The segment in which it shows, counted from 1; service string advice is not counted.
    package let segment: Int

    package init(_ reason: Reason, offset: Int, segment: Int) {
        self.reason = reason
        self.offset = offset
        self.segment = segment
    }

    /// The closed set, in the order in which we look.
    package enum Reason: Hashable, Sendable {
        case inputEmpty
        case serviceStringCutShort
        /// Two of the service characters are the same, or one is a letter.
        case serviceStringAmbiguous(String)
        case segmentUnterminated
        /// The input ends after a release character.
        case releaseDangling
        /// A segment tag is a capital letter and two capital letters or digits.
        case tagMalformed(String)
        /// The segment that must open an interchange is not there.
        case headerMissing(found: String)
        case syntaxIdentifierMissing
        case segmentOutsideMessage(String)
        /// An envelope was not closed before something else began, or before the input ended.
        case trailerMissing(String, found: String?)
        case tooManyValues(limit: Int)
    }
}

extension SyntaxFault: CustomStringConvertible {
    package var description: String { "\(reason) at byte \(offset), segment \(segment)" }
}

extension SyntaxFault.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .inputEmpty: "expected an interchange, found no segment"
        case .serviceStringCutShort: "expected six service characters after UNA, found fewer"
        case .serviceStringAmbiguous(let characters):
            "expected service characters that differ and are no letters, found '\(characters)'"
        case .segmentUnterminated: "segment without terminator"
        case .releaseDangling: "release character with nothing to release"
        case .tagMalformed(let tag):
            "expected a tag of a capital letter and two capitals or digits, found '\(tag)'"
        case .headerMissing(let found): "expected UNB, found \(found)"
        case .syntaxIdentifierMissing: "expected a syntax identifier and version in UNB, found none"
        case .segmentOutsideMessage(let tag): "segment \(tag) outside a message"
        case .trailerMissing(let expected, let found):
            "expected \(expected), found \(found ?? "the end of the input")"
        case .tooManyValues(let limit): "segment with more than \(limit) values"
        }
    }
}
