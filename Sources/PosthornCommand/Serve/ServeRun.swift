import Glibc
import Logging
import NIOCore
import Office
import ServiceLifecycle
import UnixSignals
import Web

/// Runs an office's writer and its servers, and ends them in the order that loses nothing.
enum ServeRun {
    /// Returns after a signal, when all is recorded and closed.
    ///
    /// - Throws: What stopped the writer or a server.
    static func run(
        office: ServedOffice,
        writer: DeskRunner,
        servers: [any Service],
        stopSeconds: Int,
        logger: Logger
    ) async throws {
        // Services end from the last to the first: live streams end, then nobody new comes in and
        // what is under way is answered, and then the writer closes.
        let witness: [any Service] = [WitnessService(office, logger: logger)].compactMap(\.self)
        // A loop that ends would end them all: there is none where there is nothing to keep.
        let copy: [any Service] =
            office.settings.advisories.site == nil
            ? [] : [LoopService(logger) { await office.keepStatusSite(tell: $0) }]
        let services: [any Service] =
            [
                WriterService(writer: writer, door: office.door), AccessService(office),
                WebhookService(office, logger: logger), WatchService(office, logger: logger),
                HistoryService(office, logger: logger),
                LoopService(logger) { await office.watcher.run($0) },
                HousekeepingService(office, logger: logger),
                LoopService(logger) { await office.runReleases(tell: $0) },
                LoopService(logger) { await office.runTellings(tell: $0) },
            ] + copy + witness + servers + [
                StreamsService(bells: [office.bell, office.requests.bell])
            ]
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) },
            logger: quiet(logger)
        )
        configuration.maximumGracefulShutdownDuration = .seconds(stopSeconds)
        let group = ServiceGroup(configuration: configuration)
        let signals = Task { await listen(for: group, logger) }
        defer { signals.cancel() }
        do {
            try await group.run()
        } catch let error as IOError {
            throw failure(error)
        }
    }

    /// The first signal ends it well, the second at once.
    private static func listen(for group: ServiceGroup, _ logger: Logger) async {
        var isStopping = false
        for await signal in await UnixSignalsSequence(trapping: .sigterm, .sigint) {
            // What was answered is durable; a crash here leaves no more than a crash at any time.
            if isStopping { _exit(130) }
            isStopping = true
            logger.notice("stopping", metadata: ["signal": "\(signal)"])
            await group.triggerGracefulShutdown()
        }
    }

    private static func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(.error, logger.logLevel)
        return logger
    }

    private static func failure(_ error: IOError) -> CommandFailure {
        switch error.errnoCode {
        case EADDRINUSE:
            CommandFailure(
                .serviceDown,
                "somebody listens on that port already",
                hint: "choose another with --port and --admin-port; 0 takes a free one"
            )
        case EACCES:
            CommandFailure(
                .failed,
                "that port is not for everybody",
                hint: "choose one above 1023, or allow it: setcap cap_net_bind_service=+ep"
            )
        default: CommandFailure(.failed, "cannot listen: \(error)")
        }
    }
}

/// The office's writer, which outlives everybody who hands it something.
private struct WriterService: Service {
    let writer: DeskRunner
    let door: DeskDoor

    func run() async throws {
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await writer.run()
        } onCancelOrGracefulShutdown: {
            door.close()
        }
    }
}

/// Ends the streams of those who listen, for else their connections would never end.
private struct StreamsService: Service {
    let bells: [EventBell]

    func run() async throws {
        try? await gracefulShutdown()
        for bell in bells { bell.silence() }
    }
}
