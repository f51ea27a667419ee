package import Journal

/// A witness that takes checkpoints: its name in the policy, its key, and where it listens.
package struct WitnessEndpoint: Hashable, Sendable {
    package let name: String
    package let key: VerifierKey
    /// The prefix of `add-checkpoint`, such as `https://witness.example/w`.
    package let url: String

    package init(name: String, key: VerifierKey, url: String) {
        self.name = name
        self.key = key
        self.url = url
    }

    var addCheckpoint: String {
        url.hasSuffix("/") ? url + "add-checkpoint" : url + "/add-checkpoint"
    }
}

extension TlogPolicy {
    /// The witnesses that say where they listen, by name.
    ///
    /// Others cosign what somebody else brings them; their lines count when they are there.
    package var endpoints: [WitnessEndpoint] {
        witnesses.sorted { $0.key < $1.key }
            .compactMap { name, key in
                addresses[name].map { WitnessEndpoint(name: name, key: key, url: $0) }
            }
    }
}

/// What came back from a witness.
package struct WitnessResponse: Hashable, Sendable {
    package let status: Int
    package let contentType: String
    package let body: [UInt8]

    package init(status: Int, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}

/// Posts a body to a URL; throws when no answer came.
package typealias WitnessTransport =
    @Sendable (_ url: String, _ body: [UInt8]) async throws -> WitnessResponse
