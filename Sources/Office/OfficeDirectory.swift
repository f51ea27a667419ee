/// Where things lie in an office's data directory (design.md §10); arithmetic on paths, no I/O.
package struct OfficeDirectory: Hashable, Sendable {
    package let root: String

    package init(_ root: String) {
        self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    }

    package var settings: String { root + "/office.yaml" }
    package var journal: String { root + "/journal" }
    package var keys: String { root + "/keys" }
    package var vault: String { root + "/vault" }
    package var assets: String { root + "/assets" }
    package var ledger: String { root + "/ledger.sqlite" }
    /// Where a served office listens for commands of the same user.
    package var socket: String { root + "/" + Self.socketName }
    static let socketName = "serve.sock"
    package var spool: String { root + "/spool.sqlite" }
    /// What programs asked of late.
    package var requests: String { root + "/requests.sqlite" }
    /// What people have begun and not finished.
    package var kept: String { root + "/kept.sqlite" }
    /// What a served office signs its own cursors with.
    package var serveKey: String { root + "/serve.key" }
    package var out: String { root + "/out" }
    /// Messages to senders, for a mail system to take.
    package var mail: String { out + "/mail" }
    package var incoming: String { root + "/in" }
}
