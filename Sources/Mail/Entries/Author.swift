/// Who did something, as entries name them.
package enum Author: Hashable, Sendable {
    /// A person with an account in this office.
    case staff(String)
    /// A program, by the public part of its access key.
    case key(String)
    /// Whoever may run commands on the machine itself.
    case local
    /// Somebody without an account: a page that anyone may use.
    case visitor
    /// The office itself, by rule or by plan.
    case office

    package init?(_ text: String) {
        switch text {
        case "local": self = .local
        case "visitor": self = .visitor
        case "office": self = .office
        default:
            let parts = text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            switch parts[0] {
            case "staff": self = .staff(String(parts[1]))
            case "key": self = .key(String(parts[1]))
            default: return nil
            }
        }
    }

    package var text: String {
        switch self {
        case .staff(let name): "staff:" + name
        case .key(let id): "key:" + id
        case .local: "local"
        case .visitor: "visitor"
        case .office: "office"
        }
    }
}
