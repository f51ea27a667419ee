import Journal
import Yams

/// Where copies of keys are kept outside the office: `escrows:` in `office.yaml`.
///
/// ```yaml
/// escrows:
///   - /mnt/stick/posthorn-escrow
/// ```
package struct EscrowSettings: Hashable, Sendable {
    /// Folders, as they are written; each under a credential of its own.
    package private(set) var directories: [String] = []

    package init() {}

    private static let hint = "write `escrows: [/mnt/stick/escrow]`, each a folder elsewhere"

    /// Reads what stands behind `escrows:`.
    init(_ node: Node?) throws(OfficeSettings.Flaw) {
        guard let node, node.null == nil else { return }
        let value = node.any
        guard let list = value as? [Any] else {
            throw OfficeSettings.Flaw(
                description: "office.yaml: escrows: expected a list, found '\(value)'",
                hint: Self.hint
            )
        }
        for item in list {
            guard let path = item as? String, path.hasPrefix("/") else {
                throw OfficeSettings.Flaw(
                    description: "office.yaml: escrows: expected a path from /, found '\(item)'",
                    hint: Self.hint
                )
            }
            guard !directories.contains(path) else {
                throw OfficeSettings.Flaw(
                    description: "office.yaml: escrows: '\(path)' stands there twice",
                    hint: "leave one of the two out"
                )
            }
            directories.append(path)
        }
    }

    /// The escrows of the journal of that name.
    func escrows(origin: String) -> [any Escrow] {
        directories.map { path in
            DirectoryEscrow(files: MarkedKeyFiles(PosixKeyFiles(path: path), origin: origin))
        }
    }

    /// The text of `office.yaml` with one more escrow; everything else stays as it is written.
    static func adding(_ directory: String, to yaml: String) -> String {
        let quoted = "'" + directory.replacing("'", with: "''") + "'"
        var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let key = lines.firstIndex(where: { $0.hasPrefix("escrows:") }) {
            let rest = lines[key].dropFirst("escrows:".count).drop(while: { $0 == " " })
            if rest.hasPrefix("[") {
                let separator =
                    rest.dropFirst().drop(while: { $0 == " " }).hasPrefix("]") ? "" : ", "
                lines[key] = "escrows: [\(quoted)\(separator)\(rest.dropFirst())"
            } else {
                lines.insert("  - \(quoted)", at: key + 1)
            }
            return lines.joined(separator: "\n")
        }
        let gap = yaml.isEmpty || yaml.hasSuffix("\n") ? "" : "\n"
        return yaml + gap + "escrows:\n  - \(quoted)\n"
    }
}
