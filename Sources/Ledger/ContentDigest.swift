import Crypto
package import FoundationEssentials
package import Mail

extension Lodgement {
    /// The SHA-256 of the canonical lodgement: what "the same content" means.
    package var contentDigest: Data { Data(SHA256.hash(data: canonical)) }
}
