package import Journal

/// The office's recovery identity as shares, and back.
package enum RecoveryShares {
    /// A new identity, which exists in memory only, and its three shares.
    ///
    /// Nothing is returned before the shares have given it back.
    package static func make(
        random: RandomSource,
        iterationExponent: Int = 0
    ) -> (recipient: AgeRecipient, shares: [Share]) {
        let secret = random.bytes(32)
        let shares = ShareSet.split(
            secret,
            random: random,
            iterationExponent: iterationExponent
        )
        guard let identity = try? AgeIdentity(scalar: secret) else {
            preconditionFailure("32 random bytes are an age identity")
        }
        // All three at once: then each pair is of the same line.
        let all = shares.map { ShareSet.Named(name: "sheet \($0.number)", share: $0) }
        precondition((try? ShareSet.combine(all)) == secret, "shares do not give their secret back")
        return (identity.recipient, shares)
    }

    /// The identity that shares hold.
    package static func identity(
        _ shares: [ShareSet.Named]
    ) throws(SheetFlaw) -> AgeIdentity {
        do throws(ShareFlaw) {
            let secret = try ShareSet.combine(shares)
            guard secret.count == 32, let identity = try? AgeIdentity(scalar: secret) else {
                throw .secretLength(secret.count)
            }
            return identity
        } catch { throw SheetFlaw(sheet: "", flaw: error) }
    }
}
