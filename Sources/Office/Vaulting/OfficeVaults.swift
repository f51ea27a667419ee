import Glibc
import Journal
import Mail
package import Vault

/// The vaults of an office at work: shipping into them, from the moment the office is opened until
/// it is closed.
///
/// Whoever opens the office owns it, and closes it behind the journal.
package final class OfficeVaults: Sendable {
    private let directory: OfficeDirectory
    private let clock: VaultClock
    private let random: RandomSource
    private let shipping: VaultShipping
    private let running: Task<Void, Never>
    /// How many vaults in other hands the office names.
    private let outside: Int

    /// Takes back what only vaults have; before the journal is opened to write.
    ///
    /// - Throws: ``OfficeFault`` `journal_damaged` when a vault holds another continuation of the
    ///   journal, or has signed more than anybody has.
    /// - Returns: How many entries came back, and from where; what did not answer.
    static func adopt(
        _ directory: OfficeDirectory,
        clock: OfficeClock,
        random: RandomSource
    ) async throws(OfficeFault) -> VaultAdoption.Report? {
        do throws(VaultFault) {
            guard try !VaultList.load(office: directory.root).lines.isEmpty else { return nil }
            return try await OfficeShipping.adopt(
                office: directory.root,
                clock: VaultClock(clock),
                random: random
            )
        } catch {
            throw fault(error)
        }
    }

    /// Begins to ship what the writer makes durable.
    init(
        _ directory: OfficeDirectory,
        _ writer: JournalWriter,
        clock: OfficeClock,
        random: RandomSource
    ) throws(OfficeFault) {
        self.directory = directory
        self.clock = VaultClock(clock)
        self.random = random
        do throws(VaultFault) {
            outside = try VaultList.load(office: directory.root).lines.count
            shipping = try OfficeShipping.shipping(
                writer,
                office: directory.root,
                clock: self.clock,
                random: random
            )
        } catch {
            throw Self.fault(error)
        }
        let (shipping, root, vaultClock) = (shipping, directory.root, self.clock)
        let outside = outside
        running = Task {
            guard outside == 0 else { return await shipping.run() }
            // Nobody waits for the second copy on this machine: once a minute is soon enough.
            while !Task.isCancelled {
                await vaultClock.sleep(60_000)
                guard !Task.isCancelled else { return }
                _ = await Self.ship(root, vaultClock)
            }
        }
    }

    /// What the office's writer asks of its vaults.
    package var watch: VaultWatch {
        guard outside > 0 else { return .none }
        let shipping = shipping
        return VaultWatch(
            outside: outside,
            // The first is the embedded copy. What no canary was put into yet may be a vault.
            trusted: { shipping.state().dropFirst().count { $0.isCounting || $0.warning == nil } },
            count: { end in
                shipping.state()
                    .count { $0.isCounting && ($0.vaulted.map { $0.count >= end } ?? false) }
            },
            wait: { end, copies in
                (try? await shipping.wait(for: TreeSize(end), copies: copies)) != nil
            }
        )
    }

    /// How every vault stands.
    package func state() -> [VaultState] { shipping.state() }

    /// Ends shipping; the journal may be closed then.
    func stop() async {
        if outside == 0 { running.cancel() }
        shipping.stop()
        await running.value
    }

    /// Brings every vault that answers up to the journal as it was closed.
    ///
    /// - Returns: What lags, in words.
    @discardableResult
    func settle() async -> [String] { await Self.ship(directory.root, clock) }

    private static func ship(_ office: String, _ clock: VaultClock) async -> [String] {
        do throws(VaultFault) {
            let shipping = try OfficeShipping.shipping(
                office: office,
                clock: clock,
                random: .system
            )
            return await shipping.shipOnce()
                .compactMap { state in state.fault.map { "\(state.name) lags: \($0)" } }
        } catch {
            return ["\(error)"]
        }
    }

    private static func fault(_ fault: VaultFault) -> OfficeFault {
        switch fault.code {
        case .busy:
            OfficeFault(
                .officeBusy,
                "another posthorn works on this office",
                hint: "try again when it has finished"
            )
        case .forked, .behind, .damaged, .differentBytes:
            OfficeFault(.journalDamaged, "\(fault)", hint: fault.hint)
        default: OfficeFault(.vaultFault, "\(fault)", hint: fault.hint)
        }
    }
}

extension VaultClock {
    /// The machine's clock: a store refuses what is signed at another time than its own.
    static let signing = VaultClock(
        now: { UnixTime(seconds: Int64(Glibc.time(nil))) },
        sleep: { try? await Task.sleep(for: .milliseconds($0)) }
    )

    /// The office's clock; waits are the task's alone.
    init(_ clock: OfficeClock) {
        self.init(
            now: { UnixTime(seconds: clock.now().milliseconds / 1000) },
            sleep: { try? await Task.sleep(for: .milliseconds($0)) }
        )
    }
}
