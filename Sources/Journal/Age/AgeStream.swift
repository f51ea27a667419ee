import Crypto
import FoundationEssentials

/// The payload of an age file: chunks of 64 KiB, each sealed under its number and "is it the last".
///
/// We wrap keys, never documents, so a payload is held whole; nothing of it is given out before its
/// last chunk proved that it is complete.
enum AgeStream {
    static let chunkBytes = 65_536
    private static let tagBytes = 16

    static func seal(_ plaintext: [UInt8], fileKey: [UInt8], nonce: [UInt8]) -> [UInt8] {
        let key = payloadKey(fileKey, nonce)
        var output = nonce
        var start = 0
        var counter: UInt64 = 0
        repeat {
            let end = min(start + chunkBytes, plaintext.count)
            guard
                let number = try? chunkNonce(counter, isLast: end == plaintext.count),
                let box = try? ChaChaPoly.seal(plaintext[start..<end], using: key, nonce: number)
            else { preconditionFailure("ChaCha20-Poly1305 refused to seal a chunk") }
            output += box.ciphertext
            output += box.tag
            start = end
            counter += 1
        } while start < plaintext.count
        return output
    }

    static func open(_ payload: ArraySlice<UInt8>, fileKey: [UInt8]) throws(AgeFlaw) -> [UInt8] {
        guard payload.count >= 16 else {
            throw .header("expected a nonce of 16 bytes, found \(payload.count)")
        }
        let key = payloadKey(fileKey, Array(payload.prefix(16)))
        var rest = payload.dropFirst(16)
        var plaintext: [UInt8] = []
        plaintext.reserveCapacity(rest.count)
        var counter: UInt64 = 0
        while true {
            let sealed = rest.prefix(chunkBytes + tagBytes)
            guard sealed.count >= tagBytes else { throw .payload("chunk \(counter) is cut") }
            rest = rest.dropFirst(sealed.count)
            let isLast = rest.isEmpty
            guard
                let number = try? chunkNonce(counter, isLast: isLast),
                let box = try? ChaChaPoly.SealedBox(
                    nonce: number,
                    ciphertext: sealed.dropLast(tagBytes),
                    tag: sealed.suffix(tagBytes)
                ),
                let chunk = try? ChaChaPoly.open(box, using: key)
            else { throw .payload("chunk \(counter) is altered, or not the last as it should be") }
            guard !chunk.isEmpty || counter == 0 else { throw .payload("the last chunk is empty") }
            plaintext += chunk
            if isLast { return plaintext }
            counter += 1
        }
    }

    private static func payloadKey(_ fileKey: [UInt8], _ nonce: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>
            .deriveKey(
                inputKeyMaterial: SymmetricKey(data: fileKey),
                salt: nonce,
                info: Array("payload".utf8),
                outputByteCount: 32
            )
    }

    /// Eleven bytes of counter, big-endian, and one that says whether the chunk is the last.
    private static func chunkNonce(_ counter: UInt64, isLast: Bool) throws -> ChaChaPoly.Nonce {
        var bytes = [UInt8](repeating: 0, count: 12)
        for place in 0..<8 {
            bytes[10 - place] = UInt8(truncatingIfNeeded: counter >> UInt64(8 * place))
        }
        bytes[11] = isLast ? 1 : 0
        return try ChaChaPoly.Nonce(data: bytes)
    }
}
