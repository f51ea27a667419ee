import Journal
package import Mail

/// What a verification found, for people and for scripts.
package struct VerificationReport: Sendable {
    enum LedgerVerdict: Sendable {
        case agrees(entries: UInt64)
        case differs([String: Int])
        case absent
        case notCompared
        /// History is on its way: the ledger is that of the desk until then.
        case partial
    }

    let check: CheckReport
    let ledger: LedgerVerdict

    package var isSound: Bool {
        if case .differs = ledger { return false }
        return check.isWhole
    }

    private var identity: String {
        check.identityIsProven ? "identity proven" : "self-consistent; identity not proven"
    }

    package var text: String {
        var lines = [
            "journal \(check.origin)",
            "\(check.entries) entries, \(check.bytes) bytes, every one hashed; size \(check.size)",
            "root \(check.root)", identity,
        ]
        for (witness, time) in check.cosignatures.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "cosigned by \(witness) at \(Moment(milliseconds: Int64(time) * 1000).text)"
            )
        }
        if let history = check.history { lines.append("not back yet: \(history.text) are here") }
        for path in check.leftovers { lines.append("left over, harmless: \(path)") }
        for finding in check.findings {
            let place = finding.index.map { " entry \($0)" } ?? ""
            lines.append(
                "WRONG \(finding.code.rawValue) \(finding.path)\(place): \(finding.detail)"
            )
        }
        switch ledger {
        case .agrees(let entries): lines.append("ledger agrees, posted to entry \(entries)")
        case .absent: lines.append("no ledger: it is posted at the next start")
        case .notCompared: lines.append("ledger not compared: the journal is damaged")
        case .partial: lines.append("ledger not compared: it begins at a desk snapshot")
        case .differs(let tables):
            let which = tables.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value) rows)" }
            lines.append("WRONG ledger differs: " + which.joined(separator: ", "))
            lines.append("hint: delete ledger.sqlite; it is posted anew from the journal")
        }
        if !check.isWhole {
            lines.append("hint: keep this copy as it is and restore the journal from a vault")
        }
        return lines.joined(separator: "\n")
    }

    package var json: JSONValue {
        let verdict =
            switch ledger {
            case .agrees: "agrees"
            case .differs: "differs"
            case .absent: "absent"
            case .notCompared: "not_compared"
            case .partial: "partial"
            }
        return .members([
            ("sound", .bool(isSound)), ("origin", .string(check.origin)),
            ("size", .integer(check.size.count)), ("root", .string("\(check.root)")),
            ("entries", .integer(check.entries)), ("bytes", .integer(check.bytes)),
            ("identityProven", .bool(check.identityIsProven)),
            ("back", check.history.map { .integer($0.back) }),
            ("findings", .array(check.findings.map(Self.json))),
            ("leftovers", .array(check.leftovers.map { .string($0) })),
            ("ledger", .string(verdict)),
        ])
    }

    private static func json(_ finding: CheckFinding) -> JSONValue {
        .members([
            ("code", .string(finding.code.rawValue)), ("path", .string(finding.path)),
            ("index", finding.index.map { .integer($0.value) }),
            ("detail", .string(finding.detail)),
        ])
    }
}
