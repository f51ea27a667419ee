/// Why plaintexts were not appended, in order of precedence.
package enum SealedRefusal: Error, Sendable {
    /// A plaintext is larger than an entry may be.
    case plaintext(SealFlaw)
    /// There is no data key to seal with, and none can be opened.
    case epoch(any Error)
    /// The journal did not take the entries.
    case journal(JournalRefusal)

    package var code: String {
        switch self {
        case .plaintext: "entry_too_large"
        case .epoch: "epoch_unavailable"
        case .journal(let refusal): refusal.code
        }
    }
}
