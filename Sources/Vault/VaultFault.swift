package import Journal

/// What went wrong with a vault: never expected, always with what to do about it.
///
/// Equality is on the code. `description` is safe to print.
package struct VaultFault: Error, Sendable {
    package enum Code: String, Hashable, CaseIterable, Sendable {
        /// No answer, or none in time: it is tried again.
        case unreachable
        /// The store says that this credential may not do this.
        case denied
        /// The store cannot do what a vault needs: no locks, no versions.
        case unsuitable
        /// A name that is written once holds other bytes.
        case differentBytes = "different_bytes"
        /// What was sent is not what comes back.
        case damaged
        /// There is nothing of the kind asked for.
        case missing
        /// A tree is signed there that is not ours continued.
        case forked
        /// More is vaulted than is here, and it cannot be taken back.
        case behind
        /// The place where something is to be written is in use.
        case exists
        /// Somebody else has the office open.
        case busy
        /// A text that a person gave means nothing.
        case usage
        /// A call on this machine's disk failed.
        case io
    }

    package var code: Code
    /// The vault, and the object where one is concerned.
    package var path: String
    /// Both sides: what was expected, what was found.
    package var detail: String
    package var hint: String

    package init(_ code: Code, _ path: String, _ detail: String, hint: String) {
        self.code = code
        self.path = path
        self.detail = detail
        self.hint = hint
    }
}

extension VaultFault: Hashable {
    package static func == (left: VaultFault, right: VaultFault) -> Bool {
        left.code == right.code
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}

extension VaultFault: CustomStringConvertible {
    package var description: String { "\(path): \(detail)" }
}

extension VaultFault {
    /// A fault of files, as it looks from a vault.
    package init(_ fault: JournalFault, at place: String) {
        let code: Code =
            switch fault.code {
            case .differentBytes: .differentBytes
            case .damaged: .damaged
            case .missing: .missing
            case .behind: .behind
            case .exists: .exists
            case .locked: .busy
            default: .io
            }
        self.init(code, "\(place)/\(fault.path)", fault.detail, hint: fault.hint)
    }
}
