package import Journal

/// An escrow of keys in a bucket with Object Lock: its own bucket, under a credential of its own.
///
/// Never that of a log vault, where a forgotten month's key would live as long as its entries. A
/// lock of 35 days is renewed weekly while the month lives; when the renewal stops, the copy dies.
package struct S3Escrow: Escrow {
    private let vault: S3Vault

    package init(_ place: S3Place, _ credentials: S3Credentials, clock: VaultClock) {
        vault = S3Vault(place, credentials, clock: clock)
    }

    package var name: String { "escrow \(vault.client.place)" }

    /// Whether a log vault lies here: keys are kept apart from what they open.
    package func holdsLog() async throws(KeysFault) -> Bool {
        try await onVault { () async throws(VaultFault) in
            try await vault.list("", after: nil, limit: VaultLimits.page).names
                .contains { name in
                    name.hasPrefix(VaultLayout.assets) || name.hasPrefix(VaultLayout.canaries)
                        || name.hasSuffix("/vkey") || name.hasSuffix("/begun")
                }
        }
    }

    package func put(
        _ object: String,
        _ bytes: [UInt8],
        lockedUntil: UnixTime
    ) async throws(KeysFault) {
        try await onVault { () async throws(VaultFault) in
            try await vault.put(object, bytes, lockedUntil: lockedUntil)
        }
        try await renew(object, lockedUntil: lockedUntil)
    }

    package func renew(_ object: String, lockedUntil: UnixTime) async throws(KeysFault) {
        try await onVault { () async throws(VaultFault) in
            if let end = try await vault.lockEnd(of: object), end >= lockedUntil { return }
            try await vault.extendLock(of: object, to: lockedUntil)
        }
    }

    package func copies() async throws(KeysFault) -> [EscrowCopy] {
        try await onVault { () async throws(VaultFault) in
            var copies: [EscrowCopy] = []
            for object in try await vault.names("") where object.hasSuffix(".age") {
                // Without a lock it can die at any time.
                let end = try await vault.lockEnd(of: object) ?? UnixTime(seconds: 0)
                copies.append(EscrowCopy(escrow: name, object: object, lockedUntil: end))
            }
            return copies
        }
    }

    package func read(_ object: String) async throws(KeysFault) -> [UInt8]? {
        try await onVault { () async throws(VaultFault) in
            try await vault.copies(of: object).first
        }
    }

    package func remove(_ object: String, at now: UnixTime) async throws(KeysFault) {
        let end = try await onVault { () async throws(VaultFault) in
            try await vault.lockEnd(of: object)
        }
        guard end.map({ $0 <= now }) ?? true else {
            throw KeysFault(
                .locked,
                path: "\(name)/\(object)",
                detail: "locked until \(end?.description ?? "")",
                hint: "wait for that day"
            )
        }
        try await onVault { () async throws(VaultFault) in
            try await vault.removeVersions(of: object)
        }
    }

    private func onVault<T>(
        _ work: () async throws(VaultFault) -> T
    ) async throws(KeysFault) -> T {
        do throws(VaultFault) {
            return try await work()
        } catch {
            throw KeysFault(
                error.code == .differentBytes ? .differs : .storage,
                path: error.path,
                detail: error.detail,
                hint: error.hint
            )
        }
    }
}
