package import Journal
package import Mail

/// What a command asks of the office's writer about keys and accounts; the writer decides.
///
/// While the office is served it goes over the local socket as it stands here: between a command
/// that decided by itself and the record, somebody else's order could come.
package enum AccessOrder: Hashable, Sendable {
    case addKey(KeyOrder)
    case revokeKey(String, reason: String?)
    /// `overlap` is in milliseconds.
    case rotateKey(String, overlap: Int64)
    case addStaff(StaffOrder)
    case resetStaff(String)
    case deactivateStaff(String)
}

/// What came of an order.
package enum AccessAnswer: Hashable, Sendable {
    case done
    /// A key's whole text, which is nowhere else.
    case key(String)
    /// A link that works once.
    case link(path: String, expiresAt: Moment)
}

extension OrderRefusal {
    init(_ refusal: AccessRefusal) {
        self.init(
            refusal.isOfTheUnknown ? .unknown : .refused,
            refusal.description,
            hint: refusal.hint
        )
    }

    init(_ refusal: StaffRefusal) {
        let kind: Kind =
            switch refusal {
            case .unknown: .unknown
            case .nameMalformed: .malformed
            default: .refused
            }
        self.init(kind, refusal.description, hint: refusal.hint)
    }
}

extension OfficeDesk {
    /// Does what an order says, by whoever may run commands here.
    ///
    /// - Throws: ``OrderRefusal``, or what the journal or the ledger threw.
    package mutating func perform(
        _ order: AccessOrder,
        random: RandomSource,
        at now: Moment
    ) async throws -> AccessAnswer {
        do {
            switch order {
            case .addKey(let order):
                return .key(
                    try await addKey(order, by: .local, random: random, at: now).text
                )
            case .revokeKey(let id, let reason):
                try await revokeKey(id, reason: reason, by: .local, at: now)
                return .done
            case .rotateKey(let id, let overlap):
                let key = try await rotateKey(
                    id,
                    overlap: overlap,
                    by: .local,
                    random: random,
                    at: now
                )
                return .key(key.text)
            case .addStaff(let order):
                return .link(try await addStaff(order, by: .local, random: random, at: now))
            case .resetStaff(let name):
                return .link(try await resetStaff(name, by: .local, random: random, at: now))
            case .deactivateStaff(let name):
                try await deactivateStaff(name, by: .local, at: now)
                return .done
            }
        } catch let refusal as AccessRefusal {
            throw OrderRefusal(refusal)
        } catch let refusal as StaffRefusal {
            throw OrderRefusal(refusal)
        }
    }
}

extension AccessAnswer {
    fileprivate static func link(_ link: SecretLink) -> AccessAnswer {
        .link(path: link.path, expiresAt: link.expiresAt)
    }
}
