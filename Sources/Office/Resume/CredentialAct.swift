import Journal
package import Ledger
package import Mail

/// What became of a credential that others gave the office: a vault's, an escrow's.
package enum CredentialAct: String, Hashable, Sendable {
    /// A life of the office that may be in other hands had it.
    case expose = "credential.expose"
    /// Its giver has given another.
    case replace = "credential.replace"
}

extension Act {
    package static func credential(
        _ act: CredentialAct,
        _ object: String,
        _ reason: String? = nil,
        at now: Moment
    ) -> Act {
        Act(
            by: .office,
            name: act.rawValue,
            outcome: .done,
            object: object,
            reason: reason,
            at: now
        )
    }
}

extension LedgerStore {
    /// Credentials that a lost life of the office had, and that are not replaced yet.
    package func exposedCredentials() throws(LedgerFault) -> [String] {
        try objects(
            of: CredentialAct.expose.rawValue,
            unlessLater: CredentialAct.replace.rawValue
        )
    }
}
