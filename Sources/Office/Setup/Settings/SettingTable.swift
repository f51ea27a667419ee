/// Every key with its value and where that came from: flags before environment before file.
package struct SettingTable: Hashable, Sendable {
    private var values: [String: SettingValue]

    /// - Throws: ``OfficeSettings/Flaw`` for a variable that means nothing, or a value that cannot be.
    init(_ file: SettingFile?, _ sources: SettingSources) throws(OfficeSettings.Flaw) {
        values = file?.values ?? [:]
        for (variable, text) in sources.environment.sorted(by: { $0.key < $1.key }) {
            guard let key = try Self.key(named: variable) else { continue }
            values[key.name] = SettingValue(text: text, origin: .environment(variable: variable))
        }
        for (name, text) in sources.flags {
            let flag = name.split(separator: ".").last.map(String.init) ?? name
            values[name] = SettingValue(text: text, origin: .flag(flag))
        }
        for key in SettingKey.all {
            guard let value = values[key.name], let flaw = key.flaw(of: value.text) else {
                continue
            }
            throw OfficeSettings.Flaw(
                description: "\(value.origin): \(key.name): "
                    + (key.isSecret ? "this cannot be its value" : flaw),
                hint: key.meaning
            )
        }
    }

    package subscript(_ key: SettingKey) -> SettingValue? { values[key.name] }

    /// The number that is set, or the one that counts where none is.
    func number(_ key: SettingKey) -> Int { Int(text(key)) ?? 0 }

    func text(_ key: SettingKey) -> String { values[key.name]?.text ?? key.fallback }

    /// The key that a variable sets; nothing for a variable that is none of ours.
    ///
    /// A variable of one of our sections, or one that is nearly a key, is a slip of the pen.
    private static func key(named variable: String) throws(OfficeSettings.Flaw) -> SettingKey? {
        guard variable.hasPrefix(SettingKey.prefix) else { return nil }
        if let key = SettingKey.all.first(where: { $0.variable == variable }) { return key }
        let isOfSection = SettingFile.sections.contains {
            variable.hasPrefix(SettingKey.prefix + $0.uppercased() + "_")
        }
        let nearest = SettingKey.all.map(\.variable)
            .map { ($0, NearestName.edits(Array(variable.utf8), Array($0.utf8))) }
            .min { $0.1 < $1.1 }
        guard let nearest, isOfSection || nearest.1 <= 2 else { return nil }
        throw OfficeSettings.Flaw(
            description: "environment: no setting is named '\(variable)'",
            hint: "did you mean '\(nearest.0)'?"
        )
    }
}
