import CArgon2
import Journal

/// Argon2id, as libargon2 computes it.
///
/// The parameters are the first of the OWASP Password Storage Cheat Sheet (2025-11): 19 MiB, two
/// passes, one lane. They stand in each hash, so that those of tomorrow do not lock anybody out.
enum PasswordHash {
    private static let memoryKiB: UInt32 = 19_456
    private static let passes: UInt32 = 2
    private static let lanes: UInt32 = 1
    private static let saltCount = 16
    private static let hashCount = 32

    /// The hash in its usual encoding, `$argon2id$v=19$m=19456,t=2,p=1$…`; it takes some 30 ms.
    static func make(_ password: String, _ random: RandomSource) -> String {
        let (password, salt) = (Array(password.utf8), random.bytes(saltCount))
        let length = argon2_encodedlen(
            passes,
            memoryKiB,
            lanes,
            UInt32(saltCount),
            UInt32(hashCount),
            Argon2_id
        )
        var encoded = [CChar](repeating: 0, count: length)
        let status = unsafe argon2id_hash_encoded(
            passes,
            memoryKiB,
            lanes,
            password,
            password.count,
            salt,
            salt.count,
            hashCount,
            &encoded,
            encoded.count
        )
        precondition(status == ARGON2_OK.rawValue, "argon2 ends with \(status): no memory")
        return String(
            decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
    }

    /// Whether the hash is that password's; the comparison inside takes the same time for all.
    static func verify(_ password: String, _ hash: String) -> Bool {
        let password = Array(password.utf8)
        return unsafe argon2id_verify(hash, password, password.count) == ARGON2_OK.rawValue
    }
}
