/// Which forms a release draws: their captions, and where everything stands on them.
///
/// Captions and layout are source, so a release draws exactly one edition of them, and the edition
/// of its documents names it beside fonts and libraries. A caption that changes is therefore another
/// edition, never a document that differs from itself (docs/decisions/0005-forms-in-the-edition.md).
///
/// A test draws every side of every form and every sample in every language, and fails while
/// ``running`` does not say what they come to.
struct FormsEdition: Hashable, Sendable {
    /// Counted up with every release whose forms differ.
    let number: Int
    /// SHA-256 of everything that is drawn; see `FormsEditionTests`.
    let digest: AssetDigest

    init?(number: some StringProtocol, digest: some StringProtocol) {
        guard let number = Int(number), number > 0, let digest = AssetDigest(hex: digest) else {
            return nil
        }
        self.number = number
        self.digest = digest
    }

    /// What this release draws.
    static let running: FormsEdition = {
        guard let running = FormsEdition(number: "1", digest: drawn) else {
            preconditionFailure("'\(drawn)' is no digest")
        }
        return running
    }()

    private static let drawn = "40df008b19604b6c731699e49ea7f19319dd60792ac52fb9898409af68d0fbe4"
}

extension FormsEdition: CustomStringConvertible {
    var description: String { "\(number) \(digest)" }
}
