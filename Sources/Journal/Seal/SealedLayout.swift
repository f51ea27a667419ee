/// Where everything stands in a sealed entry; pure arithmetic.
///
///     kind(1) version(1) key id(8) salt(32) commitment(32) ciphertext(n) tag(16)
enum SealedLayout {
    static let version: UInt8 = 1
    static let keyID = 2..<10
    static let salt = 10..<42
    static let commitment = 42..<74
    static let ciphertext = 74
    static let tagBytes = 16
    static let overhead = ciphertext + tagBytes

    /// What one plaintext may measure before deflate and after inflate.
    static let largestPlaintext = 1 << 20

    /// Checks version and length, so that every range above exists.
    static func check(_ entry: [UInt8]) throws(SealFlaw) {
        guard entry.count > 1 else { throw .cut(bytes: entry.count) }
        guard entry[1] == version else { throw .version(entry[1]) }
        guard entry.count >= overhead else { throw .cut(bytes: entry.count) }
    }

    static func keyID(of entry: [UInt8]) throws(SealFlaw) -> EpochKeyID {
        try check(entry)
        return EpochKeyID(bytes: Array(entry[keyID]))
    }
}
