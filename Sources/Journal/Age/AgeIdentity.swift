import Crypto
import FoundationEssentials

/// The secret half of an age key.
///
/// Its `description` is the recipient, never the secret, so that a log line cannot leak it.
package struct AgeIdentity: Hashable, Sendable {
    private let scalar: [UInt8]
    package let recipient: AgeRecipient

    /// Makes an identity from 32 secret bytes.
    package init(scalar: [UInt8]) throws(AgeFlaw) {
        guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: scalar) else {
            throw .identity("expected 32 bytes, found \(scalar.count)")
        }
        self.scalar = scalar
        self.recipient = AgeRecipient(point: Array(key.publicKey.rawRepresentation))
    }

    /// Reads `AGE-SECRET-KEY-1…`.
    package init(_ text: String) throws(AgeFlaw) {
        guard let (prefix, bytes) = Bech32.decode(text) else {
            throw .identity("bad Bech32 text or checksum")
        }
        guard prefix == "age-secret-key-", text.first == "A" else {
            throw .identity("expected upper-case prefix AGE-SECRET-KEY-, found \(prefix)")
        }
        try self.init(scalar: bytes)
    }

    /// A new identity from the given source of randomness.
    package static func generate(_ random: RandomSource) -> AgeIdentity {
        guard let identity = try? AgeIdentity(scalar: random.bytes(32)) else {
            preconditionFailure("the random source did not give 32 bytes")
        }
        return identity
    }

    /// `AGE-SECRET-KEY-1…`: the text that goes into a file of mode 0600 and nowhere else.
    package var secretText: String {
        Bech32.encode(scalar, prefix: "age-secret-key-").uppercased()
    }
}

extension AgeIdentity: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "identity of \(recipient)" }
    package var debugDescription: String { description }
}

extension AgeIdentity {
    /// Reads an identities file: one secret key a line, empty lines and `#` comments aside.
    package static func list(_ text: String) throws(AgeFlaw) -> [AgeIdentity] {
        var identities: [AgeIdentity] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            identities.append(try AgeIdentity(String(line)))
        }
        return identities
    }

    /// The file key in `stanza`, or nil when the stanza is for somebody else.
    ///
    /// - Throws: `AgeFlaw.header` when the stanza claims to be X25519 and is malformed.
    func unwrap(_ stanza: AgeStanza) throws(AgeFlaw) -> [UInt8]? {
        guard stanza.type == AgeX25519.stanzaType else { return nil }
        guard stanza.arguments.count == 1, let argument = stanza.arguments.first,
            let share = AgeBase64.decode(argument.utf8, padded: false), share.count == 32
        else { throw .header("an X25519 stanza has one argument of 32 bytes") }
        // Checked before opening: a longer file key would make several keys fit one stanza.
        guard stanza.body.count == 32 else {
            throw .header("expected an X25519 body of 32 bytes, found \(stanza.body.count)")
        }
        guard let (_, shared) = AgeX25519.agree(scalar: scalar, point: share) else {
            throw .header("the X25519 share has low order")
        }
        let key = AgeX25519.wrappingKey(
            shared: shared,
            share: share,
            recipient: recipient.point
        )
        guard
            let box = try? ChaChaPoly.SealedBox(
                nonce: AgeX25519.zeroNonce(),
                ciphertext: stanza.body.prefix(16),
                tag: stanza.body.suffix(16)
            ),
            let fileKey = try? ChaChaPoly.open(box, using: key)
        else { return nil }
        return Array(fileKey)
    }
}
