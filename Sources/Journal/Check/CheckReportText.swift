/// A check's report for people and for programs.
extension CheckReport {
    package var text: String {
        var lines = ["journal \(origin)", "size \(size), root \(root)"]
        if tailEntries > 0 { lines.append("and \(tailEntries) durable entries not yet in tiles") }
        lines.append("\(entries) entries hashed, \(bytes) bytes")
        for leftover in leftovers {
            lines.append("left by a crash: \(leftover)")
        }
        for (witness, time) in cosignatures.sorted(by: { $0.key < $1.key }) {
            lines.append("cosigned by \(witness) at \(time)")
        }
        if let history { lines.append("not back yet: \(history.text)") }
        for finding in findings { lines.append(finding.text) }
        lines.append(verdict)
        return lines.joined(separator: "\n")
    }

    private var verdict: String {
        guard isWhole else { return "DAMAGED: \(findings.count) findings, the first is above" }
        if history != nil { return "whole as far as it is back; the rest is on its way" }
        return identityIsProven
            ? "whole: every entry is the one that was signed"
            : "self-consistent; identity not proven: give --vkey or --policy from elsewhere"
    }

    /// One JSON object.
    package var json: String {
        let found = findings.map { finding in
            JSONLine.object([
                ("code", JSONLine.text(finding.code.rawValue)),
                ("path", JSONLine.text(finding.path)),
                ("index", finding.index.map { "\($0)" } ?? "null"),
                ("detail", JSONLine.text(finding.detail)),
            ])
        }
        let seen = cosignatures.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        return JSONLine.object([
            ("origin", JSONLine.text(origin)), ("size", "\(size)"),
            ("root", JSONLine.text("\(root)")), ("tailEntries", "\(tailEntries)"),
            ("entries", "\(entries)"), ("bytes", "\(bytes)"), ("whole", "\(isWhole)"),
            ("identityIsProven", "\(identityIsProven)"),
            ("back", history.map { "\($0.back)" } ?? "null"),
            ("findings", "[" + found.joined(separator: ",") + "]"),
            ("leftovers", "[" + leftovers.map(JSONLine.text).joined(separator: ",") + "]"),
            ("cosignatures", JSONLine.object(seen)),
        ])
    }
}

extension CheckFinding {
    /// One line that names the place and both sides.
    package var text: String {
        "\(path): " + (index.map { "at entry \($0): " } ?? "") + "\(detail) (\(code.rawValue))"
    }
}

/// JSON on one line, for what has few fields.
package enum JSONLine {
    /// The values are JSON already.
    package static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\(text($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }

    package static func text(_ value: String) -> String {
        var out = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
