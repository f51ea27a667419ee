/// Why a sealed entry does not open, or a plaintext cannot be sealed, in order of precedence.
package enum SealFlaw: Error, Hashable, Sendable {
    /// A newer release sealed it.
    case version(UInt8)
    /// Shorter than any sealed entry can be.
    case cut(bytes: Int)
    /// The key is another one: its id or its commitment does not match.
    case wrongKey(EpochKeyID)
    /// Key and entry belong together, and the entry was altered.
    case altered
    /// What was sealed is not raw deflate.
    case notDeflate
    /// The plaintext is larger than an entry may be.
    case tooLarge(limit: Int)
}

extension SealFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .version(let found): "sealed entry: expected version 1, found \(found)"
        case .cut(let bytes):
            "sealed entry: expected at least \(SealedLayout.overhead) bytes, found \(bytes)"
        case .wrongKey(let id): "sealed entry: the key given is not the one with id \(id)"
        case .altered: "sealed entry: its authentication tag does not match"
        case .notDeflate: "sealed entry: its plaintext is not raw deflate"
        case .tooLarge(let limit): "plaintext: expected at most \(limit) bytes, found more"
        }
    }
}
