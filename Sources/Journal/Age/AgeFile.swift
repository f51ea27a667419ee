/// Encrypts to recipients and decrypts with identities: the age v1 file format (C2SP age.md).
///
/// Only X25519 recipients: a passphrase file is as weak as its passphrase, and hybrid recipients
/// may not be mixed with ours. Any `age` command opens what we write, and the other way round.
package enum AgeFile {
    private static let unsupported: Set<String> = ["scrypt", "mlkem768x25519"]

    /// Wraps `plaintext` so that the identity of any one recipient opens it.
    package static func encrypt(
        _ plaintext: [UInt8],
        to recipients: [AgeRecipient],
        random: RandomSource
    ) throws(AgeFlaw) -> [UInt8] {
        precondition(!recipients.isEmpty, "an age file has at least one recipient")
        let fileKey = random.bytes(16)
        var stanzas: [AgeStanza] = []
        for recipient in recipients {
            stanzas.append(try recipient.wrap(fileKey: fileKey, ephemeral: random.bytes(32)))
        }
        return AgeHeader(stanzas: stanzas, fileKey: fileKey).bytes
            + AgeStream.seal(plaintext, fileKey: fileKey, nonce: random.bytes(16))
    }

    /// Opens a file, armoured or not, with whichever identity matches.
    package static func decrypt(
        _ file: [UInt8],
        with identities: [AgeIdentity]
    ) throws(AgeFlaw) -> [UInt8] {
        let binary = AgeArmor.isArmored(file) ? try AgeArmor.decode(file) : file
        let (header, payload) = try AgeHeader.parse(binary)
        for stanza in header.stanzas where unsupported.contains(stanza.type) {
            throw .unsupportedRecipient(stanza.type)
        }
        guard let fileKey = try fileKey(in: header.stanzas, identities) else { throw .noMatch }
        guard header.isAuthentic(fileKey: fileKey) else { throw .headerMAC }
        return try AgeStream.open(binary[payload...], fileKey: fileKey)
    }

    private static func fileKey(
        in stanzas: [AgeStanza],
        _ identities: [AgeIdentity]
    ) throws(AgeFlaw) -> [UInt8]? {
        for stanza in stanzas {
            for identity in identities {
                if let key = try identity.unwrap(stanza) { return key }
            }
        }
        return nil
    }
}
