package import Mail

/// Why an account, a key or a webhook was not made or changed, in the order it is looked at.
package enum AccessRefusal: Error, Hashable, Sendable {
    case otherMode(asked: Mode, office: Mode)
    case endsInThePast(Moment)
    case keyUnknown(String)
    /// Revoked or expired: what opens nothing is not rotated.
    case keyEnded(String)

    /// Whether what was named is not there, rather than not allowed.
    package var isOfTheUnknown: Bool {
        if case .keyUnknown = self { true } else { false }
    }
}

extension AccessRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .otherMode(let asked, let office):
            "asked for a \(asked.rawValue) key, and this is a \(office.rawValue) office"
        case .endsInThePast(let end): "\(end.text) is over already"
        case .keyUnknown(let id): "no key \(id) in this office"
        case .keyEnded(let id): "key \(id) opens nothing any more"
        }
    }

    package var hint: String {
        switch self {
        case .otherMode(let asked, let office):
            "ask for --mode \(office.rawValue), or make the key in a \(asked.rawValue) office"
        case .endsInThePast: "give a moment to come, such as 2027-12-31"
        case .keyUnknown: "`posthorn access key list` shows the keys' public parts"
        case .keyEnded: "make a new one: `posthorn access key add`"
        }
    }
}
