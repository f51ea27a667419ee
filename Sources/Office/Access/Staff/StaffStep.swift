package import Journal
import Ledger
package import Mail

/// What a new account is to be.
package struct StaffOrder: Hashable, Sendable {
    package let name: String
    package let displayName: String
    package let role: Role
    package let language: Language

    package init(name: String, displayName: String, role: Role, language: Language) {
        self.name = name
        self.displayName = displayName
        self.role = role
        self.language = language
    }
}

/// Accounts are made and changed by the one writer; each time the record says by whom.
extension OfficeDesk {
    /// How long a link to set the first password works.
    package static var invitationLife: Int64 { 3 * 86_400_000 }

    /// Makes an account without a password, and the link by which the person sets one.
    ///
    /// - Throws: ``StaffRefusal``, or what the journal or the ledger threw.
    package mutating func addStaff(
        _ order: StaffOrder,
        by author: Author,
        random: RandomSource,
        at now: Moment
    ) async throws -> SecretLink {
        try unusedName(order.name)
        let link = invitation(random, at: now)
        let account = StaffAccount(
            name: order.name,
            displayName: order.displayName,
            role: order.role,
            language: order.language,
            passwordHash: nil,
            oneTimeSecret: nil,
            invitation: StaffInvitation(digest: link.digest, expiresAt: link.expiresAt),
            isActive: true,
            generation: 1,
            by: author,
            at: now
        )
        try await change(account, "added as \(order.role.rawValue)", by: author)
        return link
    }

    /// Takes away password and authenticator, ends the sessions, and makes a link for a new start.
    package mutating func resetStaff(
        _ name: String,
        by author: Author,
        random: RandomSource,
        at now: Moment
    ) async throws -> SecretLink {
        let link = invitation(random, at: now)
        let account = try account(name)
            .changed(by: author, at: now) { draft in
                draft.passwordHash = nil
                draft.oneTimeSecret = nil
                draft.recoveryDigests = []
                draft.invitation = StaffInvitation(
                    digest: link.digest,
                    expiresAt: link.expiresAt
                )
                draft.isActive = true
                draft.endsSessions = true
            }
        try await change(account, "reset", by: author)
        return link
    }

    /// Lets the person in no more, from the next request on.
    package mutating func deactivateStaff(
        _ name: String,
        by author: Author,
        at now: Moment
    ) async throws {
        let account = try account(name)
        guard account.isActive else { return }
        let changed = account.changed(by: author, at: now) { draft in
            draft.isActive = false
            draft.invitation = nil
            draft.endsSessions = true
        }
        try await change(changed, "deactivated", by: author)
    }

    /// Gives the person another role; the sessions end, so that none goes on with the old one.
    package mutating func changeStaff(
        _ name: String,
        to role: Role,
        by author: Author,
        at now: Moment
    ) async throws {
        let changed = try account(name)
            .changed(by: author, at: now) { draft in
                draft.role = role
                draft.endsSessions = true
            }
        try await change(changed, "made \(role.rawValue)", by: author)
    }

    /// Records an account as it is from now on, and what was done to it.
    mutating func change(
        _ account: StaffAccount,
        _ reason: String,
        by author: Author
    ) async throws {
        let entries: [Entry] = [
            .staffChanged(account),
            .done(.staffManage, to: account.name, reason, by: author, at: account.at),
        ]
        try await record(entries, at: account.at)
    }

    func account(_ name: String) throws -> StaffAccount {
        guard let account = try ledger.staff(name) else { throw StaffRefusal.unknown(name) }
        return account
    }

    /// - Throws: ``StaffRefusal`` `nameMalformed`, `nameTaken`.
    func unusedName(_ name: String) throws {
        let isPlain = name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains($0)
        }
        guard isPlain, (1...40).contains(name.utf8.count) else {
            throw StaffRefusal.nameMalformed(name)
        }
        guard try ledger.staff(name) == nil else { throw StaffRefusal.nameTaken(name) }
    }

    private func invitation(_ random: RandomSource, at now: Moment) -> SecretLink {
        SecretLink(
            random,
            expiresAt: Moment(milliseconds: now.milliseconds + Self.invitationLife)
        )
    }
}
