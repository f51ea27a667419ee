package import Journal
import Synchronization

/// Follows a journal into several vaults at once, each at its own pace.
///
/// One loop a vault: a vault that is down holds up no other, and is caught up when it is back.
/// Whoever promises `vaulted(n)` waits here until n of them have an entry.
package final class VaultShipping: Sendable {
    private let record: IncarnationRecord
    private let source: ShippingSource
    private let assets: String?
    private let snapshots: SnapshotFolder?
    private let stores: [any VaultStore]
    private let canaries = CanaryGuard()
    private let clock: VaultClock
    private let states: VaultStates
    private let isStopping = Mutex(false)
    /// Whether anybody has ever waited for a copy: then none may lag for the sake of fewer requests.
    private let isPromised = Mutex(false)

    /// `assets` is the folder of assets, whose files are named by their SHA-256; `snapshots` that of
    /// desk snapshots.
    package init(
        _ source: ShippingSource,
        as record: IncarnationRecord,
        assets: String? = nil,
        snapshots: SnapshotFolder? = nil,
        to stores: [any VaultStore],
        clock: VaultClock
    ) {
        self.source = source
        self.assets = assets
        self.snapshots = snapshots
        self.stores = stores
        self.clock = clock
        self.record = record
        // None counts before its canary has been attacked and has survived.
        states = VaultStates(stores.map { VaultState(name: $0.name, isCounting: false) })
    }

    package func state() -> [VaultState] { states.all }

    /// Ships until `stop` is called, then what is durable by then and the hint.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            // What is due by time comes due without anybody appending.
            group.addTask { await self.tick() }
            await withTaskGroup(of: Void.self) { followers in
                for index in stores.indices { followers.addTask { await self.follow(index) } }
            }
            group.cancelAll()
        }
    }

    private func tick() async {
        while !mustStop {
            await clock.sleep(VaultLimits.tickMilliseconds)
            source.wake()
        }
    }

    /// Ends `run` after a last round.
    package func stop() {
        isStopping.withLock { $0 = true }
        source.wake()
    }

    /// Ships all that is durable now to every vault, and the hint: what a command does at its end.
    ///
    /// - Returns: How each vault stands; what could not be reached lags and says so.
    package func shipOnce() async -> [VaultState] {
        stop()
        await run()
        return states.all
    }

    /// Waits until every entry below `size` is in `copies` vaults that count.
    ///
    /// - Throws: `VaultUnavailable` after five seconds; the entries are durable here all the same.
    package func wait(for size: TreeSize, copies: Int) async throws(VaultUnavailable) {
        isPromised.withLock { $0 = true }
        let clock = clock
        let isMet = await states.wait(for: size, copies: copies) {
            await clock.sleep(VaultLimits.promiseMilliseconds)
        }
        guard !isMet else { return }
        let found = VaultStates.count(size, states.all)
        throw VaultUnavailable(wanted: copies, found: found, size: size)
    }

    private var mustStop: Bool { isStopping.withLock { $0 } }

    private func follow(_ index: Int) async {
        let store = stores[index]
        var pause = VaultLimits.firstRetryMilliseconds
        var shipper: VaultShipper?
        var due = Due()
        while true {
            let isLast = mustStop
            do throws(VaultFault) {
                var current = try await open(store, shipper, index)
                defer { shipper = current }
                try await ship(&current, index, &due, isLast: isLast)
                pause = VaultLimits.firstRetryMilliseconds
            } catch {
                states.update(index) { state in
                    state.fault = error
                    // What cannot lock is no vault, and nobody waits for it as for one.
                    if error.code == .unsuitable {
                        state.warning = "\(store.name): what locks nothing is no vault"
                    }
                }
                // What a vault has lost goes out again, from wherever it still leads.
                if error.code == .missing { shipper = nil }
                // A command that ends does not wait for what is down.
                guard !isLast else { return }
                await clock.sleep(pause)
                pause = min(pause * 2, VaultLimits.lastRetryMilliseconds)
                continue
            }
            if due.hasMore { continue }
            if isLast { return }
            if store.isOutside, let seen = shipper?.seen {
                await source.wait(beyond: seen) { mustStop }
                await gather()
            } else {
                await clock.sleep(VaultLimits.tickMilliseconds)
            }
        }
    }

    /// Lets some more come together while nobody waits for copies: to a store, and to whoever lodges
    /// meanwhile, a request costs more than what it carries.
    private func gather() async {
        guard !mustStop, !isPromised.withLock({ $0 }) else { return }
        await clock.sleep(VaultLimits.gatherMilliseconds)
    }

    /// When bundles went out last, and the hint.
    private struct Due {
        var settled = UnixTime(seconds: 0)
        /// Whether bundles wait for the next step.
        var hasMore = false
        /// Desk snapshots that are there.
        var snapshots: Set<String> = []
        var hinted = UnixTime(seconds: 0)
        /// The size of the newest checkpoint with a quorum's cosignatures that is there.
        var cosigned = TreeSize.zero
        /// When the vault was last asked whether it still has what it had; nil before the first time.
        var audited: UnixTime?
    }

    private func ship(
        _ shipper: inout VaultShipper,
        _ index: Int,
        _ due: inout Due,
        isLast: Bool
    ) async throws(VaultFault) {
        let now = clock.now()
        let audited = due.audited ?? now
        due.audited = audited
        if now.seconds - audited.seconds >= VaultLimits.auditSeconds {
            due.audited = now
            try await shipper.audit()
        }
        let settles = isLast || due.hasMore || now != due.settled
        due.hasMore = try await shipper.step(settling: settles)
        if settles { due.settled = now }
        report(index, shipper)
        if let snapshots {
            let shipment = SnapshotShipment(
                folder: snapshots,
                store: stores[index],
                layout: shipper.layout
            )
            due.snapshots = try await shipment.run(known: due.snapshots)
        }
        guard !due.hasMore else { return }
        guard isLast || now.seconds - due.hinted.seconds >= VaultLimits.checkpointSeconds else {
            return
        }
        try await shipper.publishHint()
        let cosigned = CosignedShipment(
            source: source,
            store: stores[index],
            layout: shipper.layout
        )
        due.cosigned = try await cosigned.run(known: due.cosigned)
        if let assets {
            let folder = PosixDisk(root: assets)
            try await AssetShipment(folder: folder, store: stores[index]).run()
        }
        due.hinted = now
        report(index, shipper)
    }

    /// The shipper of a vault; the first time, once its canary has shown what the vault is worth.
    private func open(
        _ store: any VaultStore,
        _ shipper: VaultShipper?,
        _ index: Int
    ) async throws(VaultFault) -> VaultShipper {
        if let shipper { return shipper }
        let verdict = try await canaries.attack(store, at: clock.now())
        let opened = try await VaultShipper(
            to: store,
            record,
            from: source,
            shipsSegments: store.isOutside
        )
        states.update(index) { state in
            state.isCounting = verdict.isVault
            state.warning = verdict.warning
        }
        return opened
    }

    private func report(_ index: Int, _ shipper: VaultShipper) {
        let now = clock.now()
        states.update(index) { state in
            state.vaulted = shipper.vaulted
            state.reached = now
            state.fault = nil
        }
    }
}
