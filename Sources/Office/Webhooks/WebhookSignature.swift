import Crypto
import FoundationEssentials
import Mail

/// What a receiver checks that a message is ours (Standard Webhooks 1.0).
enum WebhookSignature {
    /// How secrets are written wherever people see them.
    static let prefix = "whsec_"

    /// The header's value: a signature for each secret, the newest first.
    ///
    /// Two while a secret is rotated: a receiver that knows either takes the message.
    static func header(
        id: String,
        at now: Moment,
        body: [UInt8],
        secrets: [String]
    ) -> String {
        let text = Array("\(id).\(now.milliseconds / 1000).".utf8) + body
        return secrets.compactMap { secret in Data(base64Encoded: secret) }
            .map { key in
                let mac = HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: key))
                return "v1," + Data(mac).base64EncodedString()
            }
            .joined(separator: " ")
    }
}
