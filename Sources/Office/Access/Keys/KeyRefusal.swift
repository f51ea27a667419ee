package import Mail

/// Why a key that was presented opens nothing, in the order in which it is looked at.
package enum KeyRefusal: Error, Hashable, Sendable {
    /// It does not look like a key.
    case malformed
    /// It looks like a key, and its checksum says that a digit is wrong.
    case mistyped
    /// A test key at a live office, or the other way round.
    case otherMode(key: Mode, office: Mode)
    case unknown
    case revoked(String)
    case expired(String, at: Moment)

    /// A frozen code, under which it is counted and answered.
    package var code: String {
        switch self {
        case .malformed: "key_malformed"
        case .mistyped: "key_mistyped"
        case .otherMode: "mode_mismatch"
        case .unknown: "key_unknown"
        case .revoked: "key_revoked"
        case .expired: "key_expired"
        }
    }

    /// The key that was recognised, if one was.
    package var key: String? {
        switch self {
        case .malformed, .mistyped, .otherMode, .unknown: nil
        case .revoked(let id), .expired(let id, _): id
        }
    }
}

extension KeyRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed: "expected a key like ph_test_…, found something else"
        case .mistyped: "the key's checksum does not match: a character is wrong or missing"
        case .otherMode(let key, let office):
            "expected a \(office.rawValue) key, found a \(key.rawValue) key"
        case .unknown: "this office never made such a key"
        case .revoked(let id): "key \(id) was revoked"
        case .expired(let id, let end): "key \(id) expired at \(end.text)"
        }
    }

    package var hint: String {
        switch self {
        case .malformed: "send it whole, as `Authorization: Bearer ph_test_…`"
        case .mistyped: "copy the key again, whole: 44 characters"
        case .otherMode(_, let office):
            "use a key made with `posthorn access key add --mode \(office.rawValue)`,"
                + " or ask the \(office == .live ? "test" : "live") office"
        case .unknown: "look whether this is the office the key was made for"
        case .revoked, .expired: "ask for a new key: `posthorn access key add`"
        }
    }
}
