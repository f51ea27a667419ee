import Crypto
import FoundationEssentials

/// The public half of an age key: a file wrapped to it opens only with its identity.
package struct AgeRecipient: Hashable, Sendable {
    /// The X25519 point, 32 bytes.
    let point: [UInt8]

    init(point: [UInt8]) {
        precondition(point.count == 32, "an X25519 point has 32 bytes, not \(point.count)")
        self.point = point
    }

    /// Reads `age1…`.
    package init(_ text: String) throws(AgeFlaw) {
        guard let (prefix, bytes) = Bech32.decode(text) else {
            throw .recipient("bad Bech32 text or checksum")
        }
        guard prefix == "age", text.first == "a" else {
            throw .recipient("expected lower-case prefix age, found \(prefix)")
        }
        guard bytes.count == 32 else {
            throw .recipient("expected 32 bytes, found \(bytes.count)")
        }
        self.init(point: bytes)
    }
}

extension AgeRecipient: CustomStringConvertible {
    package var description: String { Bech32.encode(point, prefix: "age") }
}

extension AgeRecipient {
    /// Reads a recipients file: one `age1…` a line, empty lines and `#` comments aside.
    package static func list(_ text: String) throws(AgeFlaw) -> [AgeRecipient] {
        var recipients: [AgeRecipient] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            recipients.append(try AgeRecipient(String(line)))
        }
        return recipients
    }

    /// The stanza that carries `fileKey` to this recipient.
    ///
    /// `ephemeral` must be fresh for every stanza: a repeated one would wrap two file keys alike.
    func wrap(fileKey: [UInt8], ephemeral: [UInt8]) throws(AgeFlaw) -> AgeStanza {
        guard let (share, shared) = AgeX25519.agree(scalar: ephemeral, point: point) else {
            throw .recipient("its point has low order")
        }
        let key = AgeX25519.wrappingKey(shared: shared, share: share, recipient: point)
        guard
            let box = try? ChaChaPoly.seal(fileKey, using: key, nonce: AgeX25519.zeroNonce())
        else { preconditionFailure("ChaCha20-Poly1305 refused to seal 16 bytes") }
        return AgeStanza(
            type: AgeX25519.stanzaType,
            arguments: [String(decoding: AgeBase64.encode(share, padded: false), as: UTF8.self)],
            body: Array(box.ciphertext) + Array(box.tag)
        )
    }
}
