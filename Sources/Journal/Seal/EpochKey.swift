import Crypto
import FoundationEssentials

/// The data key of one epoch: whoever has it opens every entry sealed in that month and class.
///
/// Its description names the epoch, never the secret.
package struct EpochKey: Sendable {
    static let byteCount = 32

    package let epoch: Epoch
    package let id: EpochKeyID
    let secret: SymmetricKey

    package init(epoch: Epoch, secret bytes: [UInt8]) {
        precondition(bytes.count == Self.byteCount, "a data key has 32 bytes, not \(bytes.count)")
        self.epoch = epoch
        secret = SymmetricKey(data: bytes)
        id = Self.identifier(epoch: epoch, secret: bytes)
    }

    package static func generate(for epoch: Epoch, random: RandomSource) -> EpochKey {
        EpochKey(epoch: epoch, secret: random.bytes(byteCount))
    }

    var secretBytes: [UInt8] { unsafe secret.withUnsafeBytes { unsafe Array($0) } }

    /// Derived, so that a wrapped file that holds another key than its name says is found out.
    private static func identifier(epoch: Epoch, secret: [UInt8]) -> EpochKeyID {
        let label = Array("posthorn epoch key v1\n\(epoch)\n".utf8)
        return EpochKeyID(bytes: Array(SHA256.hash(data: label + secret).prefix(8)))
    }
}

extension EpochKey: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "data key \(id) of \(epoch)" }
    package var debugDescription: String { description }
}
