extension OfficeSettings {
    /// Why settings cannot be what they are, with what to write instead.
    package struct Flaw: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
        package let hint: String

        static func unknown(_ name: String, at place: String) -> Flaw {
            let names = SettingKey.all.map(\.name) + SettingKey.tables + SettingFile.sections
            let hint =
                NearestName.of(name, among: names).map { "did you mean '\($0)'?" }
                ?? "`posthorn config show` lists every key"
            return Flaw(description: "\(place): no setting is named '\(name)'", hint: hint)
        }
    }
}
