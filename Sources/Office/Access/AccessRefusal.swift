package import Mail

/// Why an account, a key or a webhook was not made or changed, in the order it is looked at.
package enum AccessRefusal: Error, Hashable, Sendable {
    case otherMode(asked: Mode, office: Mode)
    case endsInThePast(Moment)
    case keyUnknown(String)
    /// Revoked or expired: what opens nothing is not rotated.
    case keyEnded(String)
    /// A key of its line was rotated, and both still open the office.
    case rotationUnderWay(String, with: String)

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
        case .rotationUnderWay(let id, let other):
            "\(id) and \(other) both open the office already; a third one would be too many"
        }
    }

    package var hint: String {
        switch self {
        case .otherMode(let asked, let office):
            "ask for --mode \(office.rawValue), or make the key in a \(asked.rawValue) office"
        case .endsInThePast: "give a moment to come, such as 2027-12-31"
        case .keyUnknown: "`posthorn access key list` shows the keys' public parts"
        case .rotationUnderWay:
            "revoke the one that nobody uses any more, or wait until it ends: `access key list`"
        case .keyEnded: "make a new one: `posthorn access key add`"
        }
    }
}
