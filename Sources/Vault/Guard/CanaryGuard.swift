package import Journal

/// Puts an object into a vault and tries to destroy it with the office's own credential.
///
/// A vault is what an attacker who holds everything of ours cannot empty. Nobody has to be believed
/// about that: it is tried at every start, on an object that is there for it.
package struct CanaryGuard: Sendable {
    package init() {}

    package struct Verdict: Hashable, Sendable {
        /// Copies there count: outside the office, and nothing that was tried destroyed any.
        package var isVault: Bool
        /// What people have to know, once.
        package var warning: String?
    }

    /// The canary of a day: starts of the same day attack the same, so few lie about.
    package static func name(on now: UnixTime) -> String {
        VaultLayout.canary(UInt64(clamping: now.seconds / UnixTime.secondsInDay))
    }

    /// - Throws: `unreachable` and the like; then nothing is known and nothing counts.
    package func attack(
        _ store: any VaultStore,
        at now: UnixTime
    ) async throws(VaultFault) -> Verdict {
        guard store.isOutside else {
            return Verdict(
                isVault: false,
                warning: "\(store.name): a second copy on this machine is no vault: whoever locks "
                    + "the office locks it too; add one in other hands with `posthorn vault add`"
            )
        }
        let name = CanaryGuard.name(on: now)
        let bytes = Array("posthorn canary: destroy me if you can\n".utf8)
        do throws(VaultFault) {
            // Locked like a segment, the shortest that is a lock at all.
            try await store.put([VaultObject(name, bytes, term: .segment)])
        } catch {
            guard error.code == .differentBytes else { throw error }
            return Verdict(
                isVault: false,
                warning: "\(store.name): what is left of an earlier canary shows that it was "
                    + "destroyed: this is a copy and no vault"
            )
        }
        let done = try await store.attack(name)
        let isAlive = try await store.copies(of: name).contains(bytes)
        guard !done.isEmpty || !isAlive else { return Verdict(isVault: true, warning: nil) }
        let how = done.isEmpty ? "writing over it" : done.joined(separator: " and ")
        return Verdict(
            isVault: false,
            warning: "\(store.name): a canary was destroyed by \(how), with the office's own "
                + "credential: this is a copy and no vault"
        )
    }
}
