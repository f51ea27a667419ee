/// Why an age file, identity or recipient is refused, in order of precedence.
///
/// The first six are the verdicts of the age format's public test suite.
package enum AgeFlaw: Error, Hashable, Sendable {
    /// The ASCII armour is not strict PEM as the format demands.
    case armor(String)
    /// The header does not parse, or a stanza addressed to us is malformed.
    case header(String)
    /// The file is wrapped to a kind of recipient that we never write: passphrase or hybrid key.
    case unsupportedRecipient(String)
    /// None of the identities opens the file.
    case noMatch
    /// The file key is right and the header was altered after it was written.
    case headerMAC
    /// The payload is cut, extended or altered.
    case payload(String)
    /// The text is no X25519 identity (`AGE-SECRET-KEY-1…`).
    case identity(String)
    /// The text is no X25519 recipient (`age1…`).
    case recipient(String)
}

extension AgeFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .armor(let why): "age armor failure: \(why)"
        case .header(let why): "age header failure: \(why)"
        case .unsupportedRecipient(let type):
            "unsupported recipient: found a \(type) stanza, expected X25519"
        case .noMatch: "no identity matches any recipient of the age file"
        case .headerMAC: "age header failure: its code does not match the file key"
        case .payload(let why): "age payload failure: \(why)"
        case .identity(let why): "not an age identity: \(why)"
        case .recipient(let why): "not an age recipient: \(why)"
        }
    }
}
