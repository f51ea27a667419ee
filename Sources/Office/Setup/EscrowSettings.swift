import Journal
package import Vault
import Yams

/// Where copies of keys are kept outside the office: `escrows:` in `office.yaml`.
///
/// ```yaml
/// escrows:
///   - /mnt/stick/posthorn-escrow
///   - s3+https://objects.example/mail-escrow/gb keys/escrow-offsite   # a bucket, its credential
/// ```
package struct EscrowSettings: Hashable, Sendable {
    /// A bucket with Object Lock, and the file of its credential: two lines, key and secret.
    package struct Store: Hashable, Sendable {
        package let place: S3Place
        package let credentials: String

        package init(_ place: S3Place, credentials: String) {
            self.place = place
            self.credentials = credentials
        }

        var text: String { "\(place) \(credentials)" }
    }

    /// Folders, as they are written; each under a credential of its own.
    package private(set) var directories: [String] = []
    package private(set) var stores: [Store] = []

    package init() {}

    private static let hint =
        "write `escrows: [/mnt/stick/escrow]`, each a folder elsewhere, or a bucket as "
        + "`s3+https://host/bucket/prefix FILE-OF-ITS-CREDENTIAL`"

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
            guard let text = item as? String, let escrow = Self.parse(text) else {
                throw OfficeSettings.Flaw(
                    description: "office.yaml: escrows: expected a path from /, or a bucket and a "
                        + "file, found '\(item)'",
                    hint: Self.hint
                )
            }
            let isTwice: Bool
            switch escrow {
            case .directory(let path):
                isTwice = directories.contains(path)
                directories.append(path)
            case .store(let store):
                isTwice = stores.contains { $0.place == store.place }
                stores.append(store)
            }
            guard !isTwice else {
                throw OfficeSettings.Flaw(
                    description: "office.yaml: escrows: '\(text)' stands there twice",
                    hint: "leave one of the two out"
                )
            }
        }
    }

    private enum Parsed {
        case directory(String)
        case store(Store)
    }

    private static func parse(_ text: String) -> Parsed? {
        if text.hasPrefix("/") { return .directory(text) }
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 2, let place = S3Place(String(words[0])) else { return nil }
        return .store(Store(place, credentials: String(words[1])))
    }

    var isEmpty: Bool { directories.isEmpty && stores.isEmpty }

    /// The escrows of the journal of that name, in the office of that folder.
    func escrows(origin: String, root: String) -> [any Escrow] {
        let folders: [any Escrow] = directories.map { path in
            DirectoryEscrow(files: MarkedKeyFiles(PosixKeyFiles(path: path), origin: origin))
        }
        return folders + stores.map { Self.open($0, root: root) }
    }

    /// A bucket whose credential cannot be read is one that does not answer.
    static func open(_ store: Store, root: String) -> any Escrow {
        let name = store.credentials
        let file = name.hasPrefix("/") ? name : "\(root)/\(name)"
        do throws(VaultFault) {
            return S3Escrow(store.place, try S3Credentials(file: file), clock: .signing)
        } catch {
            return SilentEscrow(
                name: "escrow \(store.place)",
                fault: KeysFault(
                    .storage,
                    path: error.path,
                    detail: error.detail,
                    hint: error.hint
                )
            )
        }
    }

    /// The text of `office.yaml` with one more escrow; everything else stays as it is written.
    static func adding(_ escrow: String, to yaml: String) -> String {
        let quoted = "'" + escrow.replacing("'", with: "''") + "'"
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
