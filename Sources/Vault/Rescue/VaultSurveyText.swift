import Journal

/// A survey for people and for programs.
extension VaultSurvey {
    package var text: String {
        var lines = stores.map { "looked at \($0.name)" }
        for survey in incarnations { lines += survey.lines(isNewest: survey == newest) }
        if incarnations.isEmpty { lines.append("no office has shipped anything here") }
        for fault in unreadable { lines.append("unreadable: \(fault)") }
        return lines.joined(separator: "\n")
    }

    /// One JSON object.
    package var json: String {
        JSONLine.object([
            ("vaults", JSONLine.list(stores.map { JSONLine.text($0.name) })),
            ("newest", newest.map { JSONLine.text("\($0.incarnation)") } ?? "null"),
            ("incarnations", JSONLine.list(incarnations.map(\.json))),
            ("unreadable", JSONLine.list(unreadable.map(JSONLine.text))),
        ])
    }
}

extension JSONLine {
    static func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }
}

extension IncarnationSurvey {
    fileprivate func lines(isNewest: Bool) -> [String] {
        var lines = ["incarnation \(incarnation)" + (isNewest ? " (the newest)" : "")]
        if let key { lines.append("  log \(key.name)") }
        if let predecessor {
            lines.append("  continues \(predecessor.incarnation) from size \(predecessor.size)")
        }
        if let flaw {
            lines.append("  not trusted: \(flaw)")
            return lines
        }
        lines.append("  \(reach) entries can be restored, \(bundles * 256) of them in full bundles")
        if signed > reach { lines.append("  MISSING: size \(signed) was signed") }
        if let cosigned {
            let who = cosignatures.sorted { $0.key < $1.key }
                .map { "\($0.key) at \(UnixTime(seconds: Int64(clamping: $0.value)))" }
            lines.append("  cosigned up to size \(cosigned) by \(who.joined(separator: ", "))")
            if cosigned > reach { lines.append("  MISSING: witnesses saw size \(cosigned)") }
        }
        for fork in forks { lines.append("  FORKED: two trees of size \(fork) are signed") }
        if junk > 0 { lines.append("  \(junk) objects are not ours and were ignored") }
        if replaced > 0 { lines.append("  \(replaced) objects have bad copies beside a good one") }
        return lines
    }

    fileprivate var json: String {
        JSONLine.object([
            ("incarnation", JSONLine.text("\(incarnation)")),
            ("origin", key.map { JSONLine.text($0.name) } ?? "null"),
            ("vkey", key.map { JSONLine.text("\($0)") } ?? "null"),
            ("continues", predecessor.map { JSONLine.text("\($0.incarnation)") } ?? "null"),
            ("flaw", flaw.map(JSONLine.text) ?? "null"), ("bundles", "\(bundles)"),
            ("restorable", "\(reach)"), ("signed", "\(signed)"),
            ("cosigned", cosigned.map { "\($0)" } ?? "null"),
            ("forks", JSONLine.list(forks.map { "\($0)" })), ("junk", "\(junk)"),
            ("replaced", "\(replaced)"),
        ])
    }
}
