package import Journal
import Mail
package import Vault

/// What is known about an office's chances after the worst day; a value, so that judging is pure.
package struct PostureFacts: Sendable {
    /// One whole copy of the journal, the office's own among them.
    package struct Copy: Hashable, Sendable {
        /// What it lies on: two disks of one kind have one kind of fault.
        package enum Kind: String, Hashable, Sendable {
            case officeDisk = "office disk"
            case directory
            case objectStore = "object store"
            case partner
        }

        /// What keeps the office's own credentials from destroying it.
        package enum Hold: Hashable, Sendable {
            case nothing
            /// By the store, at least until then.
            case locked(until: UnixTime)
            /// A medium that is not connected.
            case offline
        }

        package let name: String
        package let kind: Kind
        package let isOffSite: Bool
        package let hold: Hold
        /// Findings of the last whole check; nil when there never was one.
        package let errors: Int?
        package let checked: UnixTime?

        package init(
            name: String,
            kind: Kind,
            isOffSite: Bool,
            hold: Hold,
            errors: Int?,
            checked: UnixTime?
        ) {
            self.name = name
            self.kind = kind
            self.isOffSite = isOffSite
            self.hold = hold
            self.errors = errors
            self.checked = checked
        }
    }

    /// Who can rescue the office.
    package struct Recovery: Hashable, Sendable {
        package let recipients: Int
        /// Whether the journal tells of these very recipients: an exchanged file shows here.
        package let isRecorded: Bool
        /// Data keys that are wrapped to fewer than the office and all recipients.
        package let unwrapped: [String]

        package init(recipients: Int, isRecorded: Bool, unwrapped: [String]) {
            self.recipients = recipients
            self.isRecorded = isRecorded
            self.unwrapped = unwrapped
        }
    }

    package let now: UnixTime
    package let recovery: Recovery
    package let copies: [Copy]
    package let escrows: [EscrowStatus]
    /// Nil for an office that names no witness.
    package let witnesses: WitnessAge?
    /// Credentials that a lost life of the office had and that nobody has replaced.
    package let exposed: [String]

    package init(
        now: UnixTime,
        recovery: Recovery,
        copies: [Copy],
        escrows: [EscrowStatus],
        witnesses: WitnessAge?,
        exposed: [String] = []
    ) {
        self.now = now
        self.recovery = recovery
        self.copies = copies
        self.escrows = escrows
        self.witnesses = witnesses
        self.exposed = exposed
    }
}
