import Journal
import Ledger
import Mail
import Vault

/// An account that begins anew, and the link by which it does.
struct ResumeLink: Hashable, Sendable {
    let account: StaffAccount
    let link: SecretLink
}

extension OfficeDesk {
    /// How many entries are recorded together.
    private static let together = 500

    /// Ends everything that the life before could present, each with an entry.
    ///
    /// Accounts stay, with neither password nor authenticator: hashes may have been read. Whoever
    /// lets others in gets a link; the others get theirs from them.
    ///
    /// - Returns: The links, which are nowhere else.
    mutating func replaceSecrets(
        _ state: ResumeState,
        exposed: [String],
        _ random: RandomSource,
        at now: Moment
    ) async throws -> [ResumeLink] {
        let resumed = OfficeResumed(
            cause: .restored,
            source: "incarnation \(state.before.incarnation)",
            size: state.before.size.count,
            at: now
        )
        var entries: [Entry] = [.officeResumed(resumed)]
        for row in try ledger.accessKeys() where row.revokedAt == nil {
            let id = row.key.id
            let revoked = AccessKeyRevoked(id: id, reason: state.reason, by: .office, at: now)
            entries += [
                .accessKeyRevoked(revoked),
                .done(.keyManage, to: id, state.reason, by: .office, at: now),
            ]
        }
        for webhook in try ledger.webhooks().map(\.webhook) {
            entries += [
                .webhookChanged(webhook.with(secret: Self.webhookSecret(random), at: now)),
                .done(.webhookManage, to: webhook.id, state.reason, by: .office, at: now),
            ]
        }
        entries += exposed.map { .acted(.credential(.expose, $0, state.reason, at: now)) }
        var links: [ResumeLink] = []
        for account in try ledger.staff() where account.isActive {
            let link = Self.lets(account.role) ? SecretLink(random, expiresAt: end(now)) : nil
            let anew = account.beginningAnew(link, at: now)
            if let link { links.append(ResumeLink(account: anew, link: link)) }
            entries += [
                .staffChanged(anew),
                .done(.staffManage, to: account.name, state.reason, by: .office, at: now),
            ]
        }
        for start in stride(from: 0, to: entries.count, by: Self.together) {
            let end = min(start + Self.together, entries.count)
            // A crash here leaves some replaced; the next start replaces the others, and again.
            try await record(Array(entries[start..<end]), at: now)
        }
        return links
    }

    /// Admins make accounts; a commander leads the night.
    private static func lets(_ role: Role) -> Bool { role == .admin || role == .commander }

    private func end(_ now: Moment) -> Moment {
        Moment(milliseconds: now.milliseconds + OfficeDesk.invitationLife)
    }
}

extension StaffAccount {
    fileprivate func beginningAnew(_ link: SecretLink?, at now: Moment) -> StaffAccount {
        changed(by: .office, at: now) { draft in
            draft.passwordHash = nil
            draft.oneTimeSecret = nil
            draft.recoveryDigests = []
            draft.invitation = link.map {
                StaffInvitation(digest: $0.digest, expiresAt: $0.expiresAt)
            }
            draft.endsSessions = true
        }
    }
}

extension Webhook {
    fileprivate func with(secret: String, at now: Moment) -> Webhook {
        Webhook(
            id: id,
            url: url,
            secrets: [secret],
            events: events,
            customer: customer,
            isActive: isActive,
            reason: reason,
            by: .office,
            at: now
        )
    }
}
