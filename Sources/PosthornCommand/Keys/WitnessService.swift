import Journal
import Logging
import Mail
import Office
import ServiceLifecycle
import Vault

/// Has a served office's journal cosigned: when it grows, at most once a minute, and at the stop.
struct WitnessService: Service {
    private let office: ServedOffice
    private let logger: Logger

    /// How often it is asked whether a round is due.
    private static let tick = Duration.seconds(5)

    /// Nil for an office that names no witness.
    init?(_ office: ServedOffice, logger: Logger) {
        guard office.settings.witnesses.policy != nil else { return nil }
        self.office = office
        self.logger = logger
    }

    func run() async throws {
        try await WitnessHTTP.with { transport in
            let session = try OfficeWitness.session(office.directory, transport: transport)
            guard let session else { return }
            await cancelWhenGracefulShutdown { await rounds(session) }
            // What was answered since the last round is vouched for before the office stops.
            if hasGrown(session) { await publish(session) }
        }
    }

    private func hasGrown(_ session: WitnessSession) -> Bool {
        guard case .fresh(let size, _)? = try? session.age(at: now) else { return true }
        return office.book.writer.checkpoint().checkpoint.size > size
    }

    private var now: UnixTime { UnixTime(seconds: office.clock.now().milliseconds / 1000) }

    private func rounds(_ session: WitnessSession) async {
        var lastAsked: UnixTime?
        while !Task.isCancelled {
            // Nobody is asked to vouch for what is not whole here.
            if !office.journalWatch.isHolding, isDue(session, lastAsked) {
                lastAsked = now
                await publish(session)
            }
            try? await Task.sleep(for: Self.tick)
        }
    }

    private func isDue(_ session: WitnessSession, _ lastAsked: UnixTime?) -> Bool {
        WitnessSchedule.isDue(
            now: now,
            lastAsked: lastAsked,
            size: office.book.writer.checkpoint().checkpoint.size,
            // A shelf that cannot be read is one that has to be filled.
            age: (try? session.age(at: now)) ?? .never,
            maxAge: session.maxAge
        )
    }

    /// A round that fails is no reason to stop serving: it is told, and tried again.
    private func publish(_ session: WitnessSession) async {
        do {
            let outcome = try await session.publish(office.book.writer, at: now)
            for (name, verdict) in outcome.verdicts.sorted(by: { $0.key < $1.key }) {
                switch verdict {
                case .cosigned: break
                case .ahead, .forked: logger.critical("witness \(name): \(verdict.text)")
                case .refused, .unreachable: logger.warning("witness \(name): \(verdict.text)")
                }
            }
            let age = try session.age(at: now)
            if age.isAlarm { logger.error("witnesses: \(age.text)") }
        } catch {
            logger.error("witnesses were not asked: \(error)")
        }
    }
}
