/// What the writer asks of the office's vaults; the shipping itself runs beside it.
package struct VaultWatch: Sendable {
    /// How many vaults in other hands are configured, whether they answer or not.
    package let outside: Int
    /// How many of them are vaults as far as is known: one whose canary could be destroyed with the
    /// office's own credential is a copy and no vault.
    package let trusted: @Sendable () -> Int
    /// In how many of them everything before an index is, as far as is known.
    package let count: @Sendable (_ end: UInt64) -> Int
    /// Waits until everything before an index is in so many of them; false when time is up first.
    package let wait: @Sendable (_ end: UInt64, _ copies: Int) async -> Bool

    package init(
        outside: Int,
        trusted: (@Sendable () -> Int)? = nil,
        count: @escaping @Sendable (UInt64) -> Int,
        wait: @escaping @Sendable (UInt64, Int) async -> Bool
    ) {
        self.outside = outside
        self.trusted = trusted ?? { outside }
        self.count = count
        self.wait = wait
    }

    /// No vault in other hands: nothing can be waited for.
    package static let none = VaultWatch(
        outside: 0,
        count: { _ in 0 },
        wait: { _, copies in
            copies == 0
        }
    )
}
