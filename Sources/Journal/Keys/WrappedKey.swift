import Crypto
import FoundationEssentials

/// A data key in a standard age file, wrapped to the office and to everybody who may rescue it.
///
/// The plaintext is the 32 bytes of the key and nothing else, so `age -d` gives it to any script.
package struct WrappedKey: Sendable {
    package let epoch: Epoch
    package let id: EpochKeyID
    package let file: [UInt8]

    package init(
        wrapping key: EpochKey,
        to recipients: [AgeRecipient],
        random: RandomSource
    ) throws(AgeFlaw) {
        epoch = key.epoch
        id = key.id
        file = try AgeFile.encrypt(key.secretBytes, to: recipients, random: random)
    }

    /// A file found under `name`, or nil when the name is not one of a wrapped key.
    package init?(name: String, file: [UInt8]) {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let (epoch, id) = KeysLayout.parse(last) else { return nil }
        self.epoch = epoch
        self.id = id
        self.file = file
    }

    package var name: String { KeysLayout.wrapped(epoch, id) }

    /// What the journal says about this file, so that an exchanged one is found out.
    package func digest(at time: UnixTime) -> ControlRecord {
        .keyFileDigest(name: name, sha256: Array(SHA256.hash(data: file)), time: time)
    }

    package func unwrap(_ identities: [AgeIdentity], path: String) throws(KeysFault) -> EpochKey {
        let secret: [UInt8]
        do {
            secret = try AgeFile.decrypt(file, with: identities)
        } catch {
            throw KeysFault(
                .unopenable,
                path: "\(path)/\(name)",
                detail: "\(error)",
                hint: "give the office's identity or that of a recovery recipient"
            )
        }
        guard secret.count == EpochKey.byteCount else { throw mismatch(path) }
        let key = EpochKey(epoch: epoch, secret: secret)
        guard key.id == id else { throw mismatch(path) }
        return key
    }

    private func mismatch(_ path: String) -> KeysFault {
        KeysFault(
            .content,
            path: "\(path)/\(name)",
            detail: "expected data key \(id), found another",
            hint: "restore the file from the escrow"
        )
    }
}
