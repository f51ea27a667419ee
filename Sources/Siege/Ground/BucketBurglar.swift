import Crypto
import Foundation
import Journal
import NIOHTTP1
import Vault

/// Every version of every object in a bucket, below the office's prefix.
struct BucketListing: Sendable {
    struct Version: Hashable, Sendable {
        /// Below the prefix.
        let key: String
        let id: String

        /// Whether the office locks what has such a name.
        var isLocked: Bool { !key.hasSuffix("/checkpoint") && !key.contains(".p/") }
    }

    private(set) var versions: [Version] = []

    static func of(_ client: S3Client) async throws -> BucketListing {
        var list = BucketListing()
        var query = ["versions": "", "max-keys": "1000"]
        let prefix = client.place.prefix
        while true {
            let answer = try await client.send(S3Client.Call(method: .GET, query: query))
            guard answer.isSuccess else {
                throw Siege.Stuck("the bucket cannot be listed: \(answer.status) \(answer.code)")
            }
            for version in S3Text.elements("Version", in: answer.body) {
                guard let key = S3Text.element("Key", in: version), key.hasPrefix(prefix),
                    let id = S3Text.element("VersionId", in: version)
                else { continue }
                list.versions.append(Version(key: String(key.dropFirst(prefix.count)), id: id))
            }
            guard S3Text.element("IsTruncated", in: answer.body) == "true",
                let key = S3Text.element("NextKeyMarker", in: answer.body),
                query["key-marker"] != key
            else { return list }
            query["key-marker"] = key
            query["version-id-marker"] = S3Text.element("NextVersionIdMarker", in: answer.body)
        }
    }
}

/// Tries to make what lies in a bucket unreadable, with whatever credential the client has.
struct BucketBurglar: Sendable {
    let client: S3Client

    /// What the store did though it must not, in words.
    func attack(_ listing: BucketListing) async throws -> Set<String> {
        var opened: Set<String> = []
        for call in bucketCalls where try await client.send(call.call).isSuccess {
            opened.insert(call.name)
        }
        // The hint and incomplete tiles carry no lock, and nothing is restored from them.
        for version in listing.versions where version.isLocked {
            for call in calls(on: version) where try await client.send(call.call).isSuccess {
                opened.insert(call.name)
            }
            if try await takesSeveral(version) { opened.insert("deleting among several") }
            // A mark of deletion: the store is free to take it, and it hides nothing from a rescue.
            _ = try await client.send(S3Client.Call(method: .DELETE, key: version.key))
        }
        return opened
    }

    static let expiry = "letting everything expire"

    private typealias Named = (name: String, call: S3Client.Call)

    private static let bypass = ["x-amz-bypass-governance-retention": "true"]

    private func calls(on version: BucketListing.Version) -> [Named] {
        let one = ["versionId": version.id]
        // Before any lock of the office ends.
        let soon = VaultClock.siege.now().adding(days: 1)
        func lock(_ name: String, _ xml: String, _ what: String) -> Named {
            let query = one.merging([what: ""]) { $1 }
            return (name, put(version.key, query, xml, Self.bypass))
        }
        return [
            lock(
                "shortening a lock",
                "<Retention><Mode>COMPLIANCE</Mode>"
                    + "<RetainUntilDate>\(soon)</RetainUntilDate></Retention>",
                "retention"
            ),
            lock(
                "turning a lock into one that can be passed by",
                "<Retention><Mode>GOVERNANCE</Mode>"
                    + "<RetainUntilDate>\(soon)</RetainUntilDate></Retention>",
                "retention"
            ),
            lock("taking a lock away", "<Retention></Retention>", "retention"),
            ("deleting a version", S3Client.Call(method: .DELETE, key: version.key, query: one)),
            (
                "deleting a version past its lock",
                S3Client.Call(method: .DELETE, key: version.key, query: one, headers: Self.bypass)
            ),
        ]
    }

    private var bucketCalls: [Named] {
        [
            (
                "suspending versions",
                put(
                    nil,
                    ["versioning": ""],
                    "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>"
                )
            ),
            (
                Self.expiry,
                put(
                    nil,
                    ["lifecycle": ""],
                    "<LifecycleConfiguration><Rule><ID>x</ID><Filter><Prefix></Prefix></Filter>"
                        + "<Status>Enabled</Status><Expiration><Days>1</Days></Expiration>"
                        + "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays>"
                        + "</NoncurrentVersionExpiration></Rule></LifecycleConfiguration>"
                )
            ),
            (
                "taking the bucket's lock away",
                put(
                    nil,
                    ["object-lock": ""],
                    "<ObjectLockConfiguration><ObjectLockEnabled>Disabled</ObjectLockEnabled>"
                        + "</ObjectLockConfiguration>"
                )
            ),
            (
                "letting everybody in",
                put(
                    nil,
                    ["policy": ""],
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}"
                )
            ),
            ("deleting the bucket", S3Client.Call(method: .DELETE)),
        ]
    }

    private func takesSeveral(_ version: BucketListing.Version) async throws -> Bool {
        let xml =
            "<Delete><Object><Key>\(client.place.prefix)\(version.key)</Key>"
            + "<VersionId>\(version.id)</VersionId></Object></Delete>"
        let call = S3Client.Call(
            method: .POST,
            query: ["delete": ""],
            headers: Self.checks(xml).merging(Self.bypass) { $1 },
            body: Array(xml.utf8)
        )
        let answer = try await client.send(call)
        return answer.isSuccess && answer.text.contains("<Deleted>")
    }

    private func put(
        _ key: String?,
        _ query: [String: String],
        _ text: String,
        _ headers: [String: String] = [:]
    ) -> S3Client.Call {
        S3Client.Call(
            method: .PUT,
            key: key,
            query: query,
            headers: Self.checks(text).merging(headers) { $1 },
            body: Array(text.utf8)
        )
    }

    private static func checks(_ text: String) -> [String: String] {
        ["content-md5": Data(Insecure.MD5.hash(data: Data(text.utf8))).base64EncodedString()]
    }
}
