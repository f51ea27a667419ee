import Journal
import NIOHTTP1

/// Every call by which a credential could make one version unreadable or unlocked.
struct S3Attack {
    let vault: S3Vault
    let name: String
    let version: String

    private static let bypass = ["x-amz-bypass-governance-retention": "true"]

    /// What worked, in words; one that the store does not answer is for the next start.
    func run() async throws(VaultFault) -> [String] {
        var done: [String] = []
        let now = try await vault.time() ?? UnixTime(seconds: 0)
        // Shortening is first: a version that is gone cannot show it.
        let shorter = try await vault.retention(
            name,
            version,
            until: now.adding(days: 1),
            headers: Self.bypass
        )
        if shorter.isSuccess { done.append("shortening its lock") }
        for headers in [[:], Self.bypass] {
            let answer = try await vault.client.send(
                S3Client.Call(
                    method: .DELETE,
                    key: name,
                    query: ["versionId": version],
                    headers: headers
                )
            )
            if answer.isSuccess { done.append("deleting its version") }
        }
        let body = Array(
            ("<Delete><Object><Key>\(vault.client.place.prefix)\(name)</Key>"
                + "<VersionId>\(version)</VersionId></Object></Delete>")
                .utf8
        )
        let answer = try await vault.client.send(
            S3Client.Call(
                method: .POST,
                query: ["delete": ""],
                headers: S3Vault.checks(body).merging(Self.bypass) { $1 },
                body: body
            )
        )
        if answer.isSuccess, answer.text.contains("<Deleted>") {
            done.append("deleting it among several")
        }
        return done
    }
}
