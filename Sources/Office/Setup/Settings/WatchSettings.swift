/// How fast a served office reads its journal again.
package struct WatchSettings: Hashable, Sendable {
    /// None: the journal is not watched.
    package let bytesPerSecond: Int
    /// Between two passes.
    package let pauseSeconds: Int

    init(_ table: SettingTable) {
        bytesPerSecond = table.number(.watchRate) << 10
        pauseSeconds = table.number(.watchPause)
    }
}
