import GRDB
package import Mail

/// A webhook, with the entry after which its events begin.
package struct WebhookRow: Hashable, Sendable {
    package let webhook: Webhook
    package let since: UInt64
}

extension LedgerStore {
    package func webhooks() throws(LedgerFault) -> [WebhookRow] {
        try answering { db in
            try Row.fetchAll(db, sql: "SELECT * FROM webhooks ORDER BY id")
                .compactMap(WebhookRow.init)
        }
    }

    package func webhook(_ id: String) throws(LedgerFault) -> WebhookRow? {
        try answering { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM webhooks WHERE id = ?"),
                arguments: [id]
            )
            .flatMap(WebhookRow.init)
        }
    }
}

extension WebhookRow {
    fileprivate init?(_ row: Row) {
        guard let author = Author(row["author"]) else { return nil }
        webhook = Webhook(
            id: row["id"],
            url: row["url"],
            secrets: (row["secrets"] as String).split(separator: " ").map(String.init),
            events: (row["events"] as String).split(separator: " ").map(String.init),
            customer: row["customer"],
            isActive: row["active"],
            reason: row["reason"],
            by: author,
            at: Moment(milliseconds: row["at"])
        )
        since = UInt64(row["since"] as Int64)
    }
}
