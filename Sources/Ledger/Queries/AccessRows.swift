import GRDB
package import Mail

/// A key as the ledger has it.
package struct AccessKeyRow: Hashable, Sendable {
    package let key: AccessKey
    package let revokedAt: Moment?

    /// Whether the key opens anything at that time.
    package func isValid(at now: Moment) -> Bool {
        revokedAt == nil && key.expiresAt.map { now.milliseconds < $0.milliseconds } ?? true
    }
}

extension LedgerStore {
    package func accessKey(_ id: String) throws(LedgerFault) -> AccessKeyRow? {
        guard let keys else { return try readAccessKey(id) }
        return try keys.row(id) { () throws(LedgerFault) in try readAccessKey(id) }
    }

    private func readAccessKey(_ id: String) throws(LedgerFault) -> AccessKeyRow? {
        try answering { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM access_keys WHERE id = ?"),
                arguments: [id]
            )
            .flatMap(AccessKeyRow.init)
        }
    }

    /// Every key ever made, the newest first.
    package func accessKeys() throws(LedgerFault) -> [AccessKeyRow] {
        try answering { db in
            try Row.fetchAll(db, sql: "SELECT * FROM access_keys ORDER BY at DESC, id")
                .compactMap(AccessKeyRow.init)
        }
    }

    package func staff(_ name: String) throws(LedgerFault) -> StaffAccount? {
        try answering { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM staff WHERE name = ?"),
                arguments: [name]
            )
            .flatMap(StaffAccount.init)
        }
    }

    package func staff() throws(LedgerFault) -> [StaffAccount] {
        try answering { db in
            try Row.fetchAll(db, sql: "SELECT * FROM staff ORDER BY name")
                .compactMap(StaffAccount.init)
        }
    }
}

extension AccessKeyRow {
    fileprivate init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]), let mode = Mode(rawValue: row["mode"]),
            let author = Author(row["author"])
        else { return nil }
        key = AccessKey(
            id: row["id"],
            digest: row["digest"],
            name: row["name"],
            role: role,
            mode: mode,
            customer: row["customer"],
            expiresAt: (row["expires_at"] as Int64?).map { Moment(milliseconds: $0) },
            replaces: row["replaces"],
            by: author,
            at: Moment(milliseconds: row["at"])
        )
        revokedAt = (row["revoked_at"] as Int64?).map { Moment(milliseconds: $0) }
    }
}

extension StaffAccount {
    fileprivate init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]),
            let language = Language(rawValue: row["language"]), let author = Author(row["author"])
        else { return nil }
        self.init(
            name: row["name"],
            displayName: row["display_name"],
            role: role,
            language: language,
            passwordHash: row["password_hash"],
            oneTimeSecret: row["one_time_secret"],
            recoveryDigests: (row["recovery"] as String).split(separator: " ").map(String.init),
            invitation: (row["invitation"] as String?)
                .map { digest in
                    StaffInvitation(
                        digest: digest,
                        expiresAt: Moment(milliseconds: row["invitation_ends"])
                    )
                },
            isActive: row["active"],
            generation: row["generation"],
            by: author,
            at: Moment(milliseconds: row["at"])
        )
    }
}
