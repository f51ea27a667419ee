import Ledger
package import Mail

/// What an admin does to others' accounts.
extension AccessDesk {
    package func staff() throws -> [StaffAccount] { try ledger.staff() }

    /// Makes an account; the link sets its first password.
    ///
    /// - Throws: ``StaffRefusal``, ``DeskRefusal``.
    package func addStaff(_ order: StaffOrder, by caller: Caller) async throws -> SecretLink {
        let (random, now) = (office.random, office.clock.now())
        return try await office.door.perform { desk in
            try await desk.addStaff(order, by: caller.author, random: random, at: now)
        }
    }

    /// Takes away password and authenticator; the link sets a new password.
    ///
    /// - Throws: ``StaffRefusal``, ``DeskRefusal``.
    package func resetStaff(_ name: String, by caller: Caller) async throws -> SecretLink {
        let (random, now) = (office.random, office.clock.now())
        return try await office.door.perform { desk in
            try await desk.resetStaff(name, by: caller.author, random: random, at: now)
        }
    }

    /// - Throws: ``StaffRefusal``, ``DeskRefusal``.
    package func changeStaff(_ name: String, to role: Role, by caller: Caller) async throws {
        let now = office.clock.now()
        try await office.door.perform { desk in
            try await desk.changeStaff(name, to: role, by: caller.author, at: now)
        }
    }

    /// - Throws: ``StaffRefusal``, ``DeskRefusal``.
    package func deactivateStaff(_ name: String, by caller: Caller) async throws {
        let now = office.clock.now()
        try await office.door.perform { desk in
            try await desk.deactivateStaff(name, by: caller.author, at: now)
        }
    }
}
