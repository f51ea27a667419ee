import Yams

/// The text of `office.yaml`: keys in sections, each with its line.
struct SettingFile {
    private(set) var values: [String: SettingValue] = [:]
    /// The tables, as YAML nodes that their owners read.
    private(set) var tables: [String: Node] = [:]

    /// `listen`, `tls`, `limits`, `log`.
    static let sections: [String] = {
        var sections: [String] = []
        for key in SettingKey.all {
            let parts = key.name.split(separator: ".")
            guard parts.count == 2, !sections.contains(String(parts[0])) else { continue }
            sections.append(String(parts[0]))
        }
        return sections
    }()

    /// - Throws: ``OfficeSettings/Flaw`` for what is not YAML, means nothing or cannot be.
    init(yaml: String) throws(OfficeSettings.Flaw) {
        guard let root = try Self.root(yaml) else { return }
        guard let keys = root.mapping else {
            throw OfficeSettings.Flaw(
                description: "office.yaml: expected keys, found something else",
                hint: "write `key: value` lines; `posthorn config show` lists every key"
            )
        }
        for (key, node) in keys {
            let name = key.string ?? ""
            if SettingKey.tables.contains(name) {
                tables[name] = node
            } else if Self.sections.contains(name) {
                try readSection(name, node, at: line(key))
            } else {
                try read(name, node, at: line(key))
            }
        }
    }

    private static func root(_ yaml: String) throws(OfficeSettings.Flaw) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch {
            throw OfficeSettings.Flaw(
                description: "office.yaml is not yaml: \(error)",
                hint: "write it as `key: value` lines; an empty file takes every default"
            )
        }
    }

    private mutating func readSection(
        _ section: String,
        _ node: Node,
        at line: Int
    ) throws(OfficeSettings.Flaw) {
        // A section whose every line is commented out.
        if node.null != nil { return }
        guard let keys = node.mapping else {
            throw OfficeSettings.Flaw(
                description: "office.yaml:\(line): \(section): expected keys, found a value",
                hint: "write the keys of \(section) on lines of their own, further in"
            )
        }
        for (key, node) in keys {
            try read("\(section).\(key.string ?? "")", node, at: self.line(key))
        }
    }

    private mutating func read(
        _ name: String,
        _ node: Node,
        at line: Int
    ) throws(OfficeSettings.Flaw) {
        guard let key = SettingKey.all.first(where: { $0.name == name }) else {
            throw .unknown(name, at: "office.yaml:\(line)")
        }
        guard !key.isSecret else {
            throw OfficeSettings.Flaw(
                description: "office.yaml:\(line): \(name) is secret and does not belong here",
                hint: "set \(key.variable) in the environment of `posthorn serve`"
            )
        }
        guard let text = node.scalar?.string else {
            throw OfficeSettings.Flaw(
                description: "office.yaml:\(line): \(name): expected one value, found several",
                hint: "write `\(name.split(separator: ".").last ?? ""): VALUE`"
            )
        }
        values[name] = SettingValue(text: text, origin: .file(line: line))
    }

    private func line(_ node: Node) -> Int { node.mark?.line ?? 0 }
}
