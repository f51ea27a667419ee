package import Journal

/// Whose journal a verification may say it is: a policy's, a key's, or nobody's in particular.
package enum VerificationTrust: Sendable {
    case keyBesideTheLog
    case key(VerifierKey)
    case policy(TlogPolicy)

    /// From what a command was given.
    ///
    /// - Throws: ``OfficeFault`` when key or policy cannot be read, or both are given.
    package init(vkey: String?, policy: String?) throws(OfficeFault) {
        switch (vkey, policy) {
        case (nil, nil): self = .keyBesideTheLog
        case (let vkey?, nil):
            guard let key = try? VerifierKey(vkey) else {
                throw OfficeFault(
                    .trustMalformed,
                    "'\(vkey)' is no verifier key",
                    hint: "give it whole: name+hash+key, as in journal/vkey"
                )
            }
            self = .key(key)
        case (nil, let path?):
            guard let bytes = try SmallFile.read(path),
                let policy = try? TlogPolicy(String(decoding: bytes, as: UTF8.self))
            else {
                throw OfficeFault(
                    .trustMalformed,
                    "\(path) is no witness policy",
                    hint: "lines like `log VKEY`, `witness NAME VKEY`, `quorum NAME`"
                )
            }
            self = .policy(policy)
        default:
            throw OfficeFault(
                .trustMalformed,
                "a key and a policy were given",
                hint: "give one of the two"
            )
        }
    }

    var check: CheckTrust {
        switch self {
        case .keyBesideTheLog: .keyBesideLog
        case .key(let key): .key(key)
        case .policy(let policy): .policy(policy)
        }
    }
}
