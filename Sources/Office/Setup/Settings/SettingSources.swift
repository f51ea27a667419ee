/// Where settings come from beside `office.yaml`: the environment, then flags, which win.
package struct SettingSources: Hashable, Sendable {
    package let environment: [String: String]
    /// By the name of the key, such as `listen.port`.
    package let flags: [String: String]

    /// Only `office.yaml` counts.
    package static let file = SettingSources(environment: [:])

    package init(environment: [String: String], flags: [String: String] = [:]) {
        self.environment = environment
        self.flags = flags
    }
}

/// Where a value came from.
package enum SettingOrigin: Hashable, Sendable, CustomStringConvertible {
    case fallback
    case file(line: Int)
    case environment(variable: String)
    case flag(String)

    package var description: String {
        switch self {
        case .fallback: "default"
        case .file(let line): "office.yaml:\(line)"
        case .environment(let variable): "environment \(variable)"
        case .flag(let name): "flag --\(name)"
        }
    }
}

/// A value as it was written, with where.
package struct SettingValue: Hashable, Sendable {
    package let text: String
    package let origin: SettingOrigin
}
