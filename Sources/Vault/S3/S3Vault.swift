import Crypto
package import Journal
import NIOHTTP1

/// A vault in a bucket with Object Lock, in COMPLIANCE mode.
///
/// No store checks everything that is asked of it: one ignores the checksum header, another the
/// signed hash of the payload. So all three checks are sent, and what counts is reading back. An
/// overwriting PUT makes a new version and a DELETE a mark; neither takes the first version away.
package struct S3Vault: VaultStore {
    package let name: String
    package let isOutside = true
    let client: S3Client

    package init(_ place: S3Place, _ credentials: S3Credentials, clock: VaultClock) {
        name = "vault \(place)"
        client = S3Client(place, credentials, clock: clock)
    }

    /// Objects that are on their way together.
    private static let together = 8

    package func put(_ objects: [VaultObject]) async throws(VaultFault) {
        if objects.count == 1, let object = objects.first { return try await put(object) }
        for start in stride(from: 0, to: objects.count, by: Self.together) {
            let group = objects[start..<min(start + Self.together, objects.count)]
            let faults = await withTaskGroup(of: VaultFault?.self) { tasks in
                for object in group {
                    tasks.addTask {
                        do throws(VaultFault) {
                            try await self.put(object)
                            return nil
                        } catch { return error }
                    }
                }
                return await tasks.reduce(into: [VaultFault?]()) { $0.append($1) }
            }
            if let fault = faults.compactMap(\.self).first { throw fault }
        }
    }

    private func put(_ object: VaultObject) async throws(VaultFault) {
        var end: UnixTime?
        if object.term != .none {
            let now = try await time() ?? UnixTime(seconds: 0)
            end = now.adding(days: object.term.days)
        }
        try await put(object.name, object.bytes, lockedUntil: end)
    }

    func put(
        _ key: String,
        _ bytes: [UInt8],
        lockedUntil end: UnixTime?
    ) async throws(VaultFault) {
        let found = try await copies(of: key)
        if found.contains(bytes) { return }
        guard found.isEmpty else {
            throw VaultFault(
                .differentBytes,
                "\(name)/\(key)",
                "expected our \(bytes.count) bytes or nothing, found others",
                hint:
                    "somebody wrote here with a credential of this vault: replace it, and look why"
            )
        }
        var headers = Self.checks(bytes)
        if let end {
            headers["x-amz-object-lock-mode"] = "COMPLIANCE"
            headers["x-amz-object-lock-retain-until-date"] = "\(end)"
        }
        let answer = try await client.send(
            S3Client.Call(method: .PUT, key: key, headers: headers, body: bytes)
        )
        guard answer.isSuccess else { throw client.fault(answer, "putting \(key)") }
        let version = answer.headers.first(name: "x-amz-version-id")
        guard version != nil || end == nil else {
            throw VaultFault(
                .unsuitable,
                name,
                "expected a version for \(key), found none: the bucket keeps no versions",
                hint: "make a bucket with Object Lock"
            )
        }
        guard try await read(key, version: version) == bytes else {
            throw VaultFault(
                .damaged,
                "\(name)/\(key)",
                "expected the \(bytes.count) bytes that were sent, found others",
                hint: "this store loses or changes what it takes: do not rely on it"
            )
        }
    }

    /// Removes all versions of a name whose locks have ended; a store refuses the others.
    func removeVersions(of key: String) async throws(VaultFault) {
        for version in try await versions(of: key) {
            let answer = try await client.send(
                S3Client.Call(method: .DELETE, key: key, query: ["versionId": version])
            )
            guard answer.isSuccess else { throw client.fault(answer, "removing \(key)") }
        }
    }

    static func checks(_ body: [UInt8]) -> [String: String] {
        [
            "content-md5": Base64.encode(Array(Insecure.MD5.hash(data: body))),
            "x-amz-checksum-sha256": Base64.encode(Array(SHA256.hash(data: body))),
        ]
    }

    private func read(_ name: String, version: String?) async throws(VaultFault) -> [UInt8]? {
        let answer = try await client.send(
            S3Client.Call(
                method: .GET,
                key: name,
                query: version.map { ["versionId": $0] } ?? [:]
            )
        )
        if answer.status == 404 { return nil }
        guard answer.isSuccess else { throw client.fault(answer, "reading \(name)") }
        return answer.body
    }

    /// Not by HEAD: some stores say nothing of versions behind a mark of deletion.
    package func holds(_ name: String) async throws(VaultFault) -> Bool {
        try await !versions(of: name).isEmpty
    }

    package func copies(of name: String) async throws(VaultFault) -> [[UInt8]] {
        var all: [[UInt8]] = []
        for version in try await versions(of: name) {
            guard let bytes = try await read(name, version: version), !all.contains(bytes) else {
                continue
            }
            all.append(bytes)
        }
        return all
    }

    /// The ids of all versions of a name, the oldest first.
    private func versions(of name: String) async throws(VaultFault) -> [String] {
        let key = client.place.prefix + name
        var ids: [String] = []
        var query = ["prefix": key]
        while true {
            let list = try await listing(query)
            ids += list.versions.filter { $0.key == name }.map(\.id)
            guard list.isTruncated, list.nextKey == key, let id = list.nextVersion,
                query["version-id-marker"] != id
            else { return ids.reversed() }
            query["key-marker"] = key
            query["version-id-marker"] = id
        }
    }

    private struct Listing {
        var versions: [(key: String, id: String)] = []
        /// Names with a mark of deletion.
        var marks: [String] = []
        var isTruncated = false
        var nextKey: String?
        var nextVersion: String?
    }

    private func listing(_ query: [String: String]) async throws(VaultFault) -> Listing {
        let answer = try await client.send(
            S3Client.Call(method: .GET, query: query.merging(["versions": ""]) { $1 })
        )
        guard answer.isSuccess else { throw client.fault(answer, "listing") }
        let xml = answer.body
        var list = Listing()
        for version in S3Text.elements("Version", in: xml) {
            guard let key = S3Text.element("Key", in: version),
                let id = S3Text.element("VersionId", in: version),
                key.hasPrefix(client.place.prefix)
            else { continue }
            list.versions.append((String(key.dropFirst(client.place.prefix.count)), id))
        }
        list.marks = S3Text.elements("DeleteMarker", in: xml)
            .compactMap { S3Text.element("Key", in: $0) }
            .filter { $0.hasPrefix(client.place.prefix) }
            .map { String($0.dropFirst(client.place.prefix.count)) }
        list.isTruncated = S3Text.element("IsTruncated", in: xml) == "true"
        list.nextKey = S3Text.element("NextKeyMarker", in: xml)
        list.nextVersion = S3Text.element("NextVersionIdMarker", in: xml)
        return list
    }

    package func list(
        _ prefix: String,
        after: String?,
        limit: Int
    ) async throws(VaultFault) -> VaultPage {
        let place = client.place.prefix
        var query = ["prefix": place + prefix, "max-keys": "\(VaultLimits.page)"]
        if let after { query["key-marker"] = place + after }
        var names: [String] = []
        while true {
            let list = try await listing(query)
            for version in list.versions
            where version.key != names.last && (after.map { $0 < version.key } ?? true) {
                names.append(version.key)
            }
            // A page may hold nothing but marks of deletion, or versions of a name that is known.
            guard list.isTruncated, names.count <= limit, let next = list.nextKey,
                next != query["key-marker"] || list.nextVersion != query["version-id-marker"]
            else {
                let isLast = !list.isTruncated && names.count <= limit
                return VaultPage(names: Array(names.prefix(limit)), isLast: isLast)
            }
            query["key-marker"] = next
            query["version-id-marker"] = list.nextVersion
        }
    }

    package func marks(_ prefix: String) async throws(VaultFault) -> [String] {
        var names: Set<String> = []
        var query = [
            "prefix": client.place.prefix + prefix, "max-keys": "\(VaultLimits.page)",
        ]
        while true {
            let list = try await listing(query)
            names.formUnion(list.marks)
            guard list.isTruncated, let next = list.nextKey,
                next != query["key-marker"] || list.nextVersion != query["version-id-marker"]
            else { return names.sorted() }
            query["key-marker"] = next
            query["version-id-marker"] = list.nextVersion
        }
    }

    package func replaceHint(_ name: String, with bytes: [UInt8]) async throws(VaultFault) {
        let answer = try await client.send(
            S3Client.Call(method: .PUT, key: name, headers: Self.checks(bytes), body: bytes)
        )
        guard answer.isSuccess else { throw client.fault(answer, "putting \(name)") }
    }

    /// The vault's owner lets old hints go; this credential can delete nothing.
    package func retire(_ names: [String]) async {}

    package func time() async throws(VaultFault) -> UnixTime? {
        if let time = client.storeTime { return time }
        _ = try await client.send(S3Client.Call(method: .HEAD))
        return client.storeTime
    }

    package func lockEnd(of name: String) async throws(VaultFault) -> UnixTime? {
        guard let version = try await versions(of: name).first else { return nil }
        let answer = try await client.send(
            S3Client.Call(method: .HEAD, key: name, query: ["versionId": version])
        )
        guard answer.isSuccess else { throw client.fault(answer, "looking at \(name)") }
        return answer.headers.first(name: "x-amz-object-lock-retain-until-date")
            .flatMap(S3Text.timestamp)
    }

    package func extendLock(of name: String, to end: UnixTime) async throws(VaultFault) {
        guard let version = try await versions(of: name).first else {
            throw VaultFault(.missing, "\(self.name)/\(name)", "no version", hint: "ship it again")
        }
        let answer = try await retention(name, version, until: end)
        guard answer.isSuccess else { throw client.fault(answer, "locking \(name)") }
    }

    func retention(
        _ name: String,
        _ version: String,
        until end: UnixTime,
        headers: [String: String] = [:]
    ) async throws(VaultFault) -> S3Client.Answer {
        let xml =
            "<Retention xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Mode>COMPLIANCE</Mode>"
            + "<RetainUntilDate>\(end)</RetainUntilDate></Retention>"
        let body = Array(xml.utf8)
        return try await client.send(
            S3Client.Call(
                method: .PUT,
                key: name,
                query: ["retention": "", "versionId": version],
                headers: Self.checks(body).merging(headers) { $1 },
                body: body
            )
        )
    }

    package func attack(_ name: String) async throws(VaultFault) -> [String] {
        guard let version = try await versions(of: name).first else { return [] }
        return try await S3Attack(vault: self, name: name, version: version).run()
    }
}
