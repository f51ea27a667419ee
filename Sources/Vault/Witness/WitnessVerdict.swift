package import Journal

/// How one witness took a checkpoint.
package enum WitnessVerdict: Hashable, Sendable {
    /// It cosigned; the signature was checked.
    case cosigned(SignedNote.Signature, time: UInt64)
    /// It has seen a larger tree of this log: ours was rolled back, or it was lied to.
    case ahead(TreeSize)
    /// It has seen another tree of this log.
    case forked
    /// It answers, and does not cosign.
    case refused(String)
    /// No answer.
    case unreachable(String)

    /// What it says at the command line.
    package var text: String {
        switch self {
        case .cosigned(_, let time): "cosigned at \(UnixTime(seconds: Int64(clamping: time)))"
        case .ahead(let size): "it has seen size \(size), which is more than we have"
        case .forked: "it has seen another tree of this log"
        case .refused(let why): "refused: \(why)"
        case .unreachable(let why): "no answer: \(why)"
        }
    }

    /// The word in JSON, and in the name of evidence.
    package var word: String {
        switch self {
        case .cosigned: "cosigned"
        case .ahead: "ahead"
        case .forked: "forked"
        case .refused: "refused"
        case .unreachable: "unreachable"
        }
    }
}

/// A request that a witness took for a fork or a rollback, with its answer: proof that somebody
/// made this journal sign what it should not have.
package struct WitnessEvidence: Hashable, Sendable {
    package let witness: String
    package let verdict: WitnessVerdict
    package let request: [UInt8]
    package let answer: WitnessResponse
}
