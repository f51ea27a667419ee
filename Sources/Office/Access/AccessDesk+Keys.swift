package import Ledger
import Mail

extension AccessDesk {
    /// Every key the caller may see, the newest first.
    package func keys(for caller: Caller) throws -> [AccessKeyRow] {
        try ledger.accessKeys().filter { caller.sees($0.key.customer) }
    }

    /// Makes a key; the text is shown once.
    ///
    /// - Throws: ``AccessRefusal``, ``DeskRefusal``.
    package func addKey(_ order: KeyOrder, by caller: Caller) async throws -> KeyText {
        let (random, now) = (office.random, office.clock.now())
        return try await office.door.perform { desk in
            try await desk.addKey(order, by: caller.author, random: random, at: now)
        }
    }

    /// Ends a key at once.
    ///
    /// - Throws: ``AccessRefusal``, ``DeskRefusal``.
    package func revokeKey(_ id: String, reason: String?, by caller: Caller) async throws {
        let now = office.clock.now()
        try await office.door.perform { desk in
            try await desk.revokeKey(id, reason: reason, by: caller.author, at: now)
        }
    }

    /// Makes a key like another one; both open the office for `overlap` milliseconds.
    ///
    /// - Throws: ``AccessRefusal``, ``DeskRefusal``.
    package func rotateKey(
        _ id: String,
        overlap: Int64 = OfficeDesk.rotationOverlap,
        by caller: Caller
    ) async throws -> KeyText {
        let (random, now) = (office.random, office.clock.now())
        return try await office.door.perform { desk in
            try await desk.rotateKey(
                id,
                overlap: overlap,
                by: caller.author,
                random: random,
                at: now
            )
        }
    }
}
