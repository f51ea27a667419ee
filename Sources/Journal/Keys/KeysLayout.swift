/// The names of key files; pure arithmetic.
///
///     keys/office.identity      age identities of the office, the one in use first
///     keys/signing.key          the journal's Ed25519 signing key
///     keys/recovery.recipients  age recipients that can rescue the office
///     keys/epochs/2026-11-personal-<key id>.age
///
/// An escrow is flat, and its names end in an edition, so that no object is ever overwritten:
/// `2026-11-personal-<key id>-<edition>.age`, `office.identity-<edition>.age`.
package enum KeysLayout {
    package static let identity = "office.identity"
    package static let signingKey = "signing.key"
    package static let nextSigningKey = "signing.key.next"
    package static let recovery = "recovery.recipients"
    package static let epochs = "epochs"

    package static func wrapped(_ epoch: Epoch, _ id: EpochKeyID) -> String {
        "\(epochs)/\(epoch)-\(id).age"
    }

    /// Epoch and key id in the last component of a wrapped key's name, here or in an escrow.
    package static func parse(_ name: String) -> (epoch: Epoch, id: EpochKeyID)? {
        guard name.hasSuffix(".age") else { return nil }
        let words = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
        guard (4...5).contains(words.count),
            let epoch = Epoch(words[..<3].joined(separator: "-")),
            let id = EpochKeyID(String(words[3]))
        else { return nil }
        return (epoch, id)
    }

    /// What all escrow copies of one file have in common: their name without the edition.
    package static func subject(_ escrowName: String) -> String {
        guard let dash = escrowName.lastIndex(of: "-") else { return escrowName }
        return String(escrowName[..<dash])
    }
}
