import Crypto

extension KeysDirectory {
    /// What the journal says about who may recover the office, so that an exchanged file is found.
    package func recoveryDigest(at time: UnixTime) throws(KeysFault) -> ControlRecord? {
        guard let bytes = try files.read(KeysLayout.recovery) else { return nil }
        return .keyFileDigest(
            name: KeysLayout.recovery,
            sha256: Array(SHA256.hash(data: bytes)),
            time: time
        )
    }
}
