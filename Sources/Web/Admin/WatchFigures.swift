import Office

/// How an office's copies stand, as Prometheus reads it; labels are the names of vaults.
enum WatchFigures {
    static func add(_ watcher: VaultWatcher, to text: inout PrometheusText) {
        let state = watcher.state
        let vaults = state.vaults.sorted { $0.key < $1.key }
        text.metric(
            "posthorn_copies_alarms",
            .gauge,
            "Things about copies that somebody has to know.",
            [([:], Double(watcher.alarms.count))]
        )
        guard !vaults.isEmpty else { return }
        text.metric(
            "posthorn_vault_counts",
            .gauge,
            "1 when the vault's canary could not be destroyed.",
            vaults.map { (["vault": $0.key], $0.value.isVault == true ? 1 : 0) }
        )
        text.metric(
            "posthorn_vault_looked_seconds",
            .gauge,
            "When each look at a vault last succeeded, in seconds since 1970.",
            vaults.flatMap { name, mark in
                WatchMark.Kind.allCases.compactMap { kind in
                    mark.seconds(of: kind)
                        .map {
                            (["vault": name, "look": kind.rawValue], Double($0))
                        }
                }
            }
        )
        text.metric(
            "posthorn_vault_whole_seconds",
            .gauge,
            "When every byte of a vault had last been read again.",
            vaults.compactMap { name, mark in
                mark.wholeSeconds.map { (["vault": name], Double($0)) }
            }
        )
        text.metric(
            "posthorn_vault_wrong_objects",
            .gauge,
            "Objects of a vault that are not as they were.",
            vaults.map { (["vault": $0.key], Double($0.value.sweepErrors + $0.value.wholeErrors)) }
        )
    }
}
