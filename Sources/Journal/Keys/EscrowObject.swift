import Crypto
import FoundationEssentials

/// Something that every escrow must hold while it is in use.
struct EscrowObject: Sendable {
    /// What it is, whatever its edition: `2026-11-personal-<key id>`, `office.identity`.
    let subject: String
    /// Subject and edition; no two editions share a name, so nothing is ever overwritten.
    let name: String
    let bytes: [UInt8]
}

extension KeysDirectory {
    /// All wrapped data keys, and identity and signing key wrapped to the recovery recipients.
    func escrowObjects() throws(KeysFault) -> [EscrowObject] {
        var objects: [EscrowObject] = []
        for wrapped in try Keyring.wrappedKeys(in: files) { objects.append(.init(wrapped)) }
        let recovery = try recovery()
        // Without anybody to recover the office there is nobody to wrap its secrets to.
        guard !recovery.isEmpty else { return objects }
        for name in [KeysLayout.identity, KeysLayout.signingKey] {
            guard let secret = try files.read(name) else { continue }
            objects.append(try secretObject(name, secret, recovery))
        }
        return objects
    }

    /// Wrapping anew gives other bytes each time; the name depends on secret and recipients alone.
    private func secretObject(
        _ name: String,
        _ secret: [UInt8],
        _ recovery: [AgeRecipient]
    ) throws(KeysFault) -> EscrowObject {
        let people = recovery.map(\.description).sorted().joined(separator: "\n")
        let label = Array("posthorn escrow edition v1\n\(people)\n".utf8)
        let edition = Hexadecimal.encode(SHA256.hash(data: label + secret).prefix(8))
        do {
            let file = try AgeFile.encrypt(secret, to: recovery, random: random)
            return EscrowObject(subject: name, name: "\(name)-\(edition).age", bytes: file)
        } catch {
            throw KeysFault(
                .content,
                path: "\(files.path)/\(KeysLayout.recovery)",
                detail: "\(error)",
                hint: "correct the recovery recipients"
            )
        }
    }
}

extension EscrowObject {
    init(_ wrapped: WrappedKey) {
        subject = "\(wrapped.epoch)-\(wrapped.id)"
        let edition = Hexadecimal.encode(SHA256.hash(data: wrapped.file).prefix(8))
        name = "\(subject)-\(edition).age"
        bytes = wrapped.file
    }
}
