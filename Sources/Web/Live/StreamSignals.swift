import Hummingbird
import NIOCore
import ServiceLifecycle

/// What wakes a stream of server-sent events: a bell, and time that passes.
///
/// It ends when the client goes away, the office closes or the bell falls silent; a stream that
/// did not would keep the server from stopping.
struct StreamSignals: Sendable {
    enum Signal: Sendable {
        case bell
        case beat
    }

    /// Nothing where time alone wakes it.
    private let bell: AsyncStream<Void>
    private let beat: Duration

    /// Listening begins here, so that a look that follows misses nothing.
    init(_ bell: AsyncStream<Void>, beat: Duration) {
        self.bell = bell
        self.beat = beat
    }

    /// Hands on each signal until the end; of those that come too fast one is enough.
    @concurrent
    func run(
        to writer: inout any ResponseBodyWriter,
        _ body: @concurrent (AsyncStream<Signal>, inout any ResponseBodyWriter) async throws -> Void
    ) async throws {
        let (signals, signal) = AsyncStream<Signal>.makeStream(bufferingPolicy: .bufferingNewest(2))
        let (bell, beat) = (bell, beat)
        let beats = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: beat)
                signal.yield(.beat)
            }
        }
        let rings = Task {
            for await _ in bell { signal.yield(.bell) }
            signal.finish()
        }
        defer {
            beats.cancel()
            rings.cancel()
        }
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await body(signals, &writer)
            } onGracefulShutdown: {
                signal.finish()
            }
        } onCancel: {
            signal.finish()
        }
        try await writer.finish(nil)
    }
}
