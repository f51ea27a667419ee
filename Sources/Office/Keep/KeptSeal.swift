import Crypto
import Foundation
import Journal

/// Seals what is kept under a word that only whoever began it has: the address of the page.
///
/// Neither the word nor a key made of it lies on the disk, so that who takes the disk away reads
/// nothing, and what is forgotten is gone. The name of a thing is a hash of its word.
struct KeptSeal: Sendable {
    private static let label = Array("posthorn kept 1".utf8)

    let name: [UInt8]
    private let key: SymmetricKey
    private let shelf: KeptShelf

    init(_ word: String, on shelf: KeptShelf) {
        let input = SymmetricKey(data: Array(word.utf8))
        func derived(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>
                .deriveKey(
                    inputKeyMaterial: input,
                    salt: Self.label,
                    info: Array((shelf.rawValue + " " + purpose).utf8),
                    outputByteCount: 32
                )
        }
        name = unsafe derived("name").withUnsafeBytes { unsafe Array($0) }
        key = derived("key")
        self.shelf = shelf
    }

    /// `place` is authenticated with the bytes: what was moved elsewhere does not open.
    func seal(_ bytes: [UInt8], as place: String, _ random: RandomSource) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            bytes,
            using: key,
            nonce: try AES.GCM.Nonce(data: random.bytes(12)),
            authenticating: context(place)
        )
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Nothing where the bytes are not what was sealed there.
    func open(_ bytes: [UInt8], as place: String) -> [UInt8]? {
        guard bytes.count >= 28,
            let box = try? AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: bytes[..<12]),
                ciphertext: bytes[12..<(bytes.count - 16)],
                tag: bytes[(bytes.count - 16)...]
            ),
            let opened = try? AES.GCM.open(box, using: key, authenticating: context(place))
        else { return nil }
        return Array(opened)
    }

    private func context(_ place: String) -> [UInt8] {
        Array((shelf.rawValue + " " + place).utf8)
    }
}
