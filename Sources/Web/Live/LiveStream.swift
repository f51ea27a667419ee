import Hummingbird
import Mail
import NIOCore
import Office

/// One page's stream: a number whenever what it shows is no longer the newest.
struct LiveStream: Sendable {
    /// Times of a stream, handed in.
    struct Pace: Sendable {
        /// Proxies give a silent connection up after half a minute or more.
        var heartbeat = Duration.seconds(15)
        /// The least time between two numbers: however much happens, a page loads no faster.
        var rest = Duration.seconds(1)
    }

    let office: ServedOffice
    let topic: any LiveTopic
    let caller: Caller
    /// The version that the page shows.
    let start: UInt64
    var pace = Pace()
    /// Whether whoever opened the stream still may see the page.
    let isWelcome: @Sendable () -> Bool

    @concurrent
    func write(to writer: inout any ResponseBodyWriter) async throws {
        let (bell, beat) =
            switch topic.rhythm {
            case .recorded: (office.bell.listen(), pace.heartbeat)
            case .requests: (office.requests.bell.listen(), pace.heartbeat)
            // The office's bell rings for it, too, and falls silent when the office closes.
            case .every(let time): (office.bell.listen(), min(time, pace.heartbeat))
            }
        try await StreamSignals(bell, beat: beat)
            .run(to: &writer) { signals, writer in
                try await follow(signals, &writer)
            }
    }

    @concurrent
    private func follow(
        _ signals: AsyncStream<StreamSignals.Signal>,
        _ writer: inout any ResponseBodyWriter
    ) async throws {
        // Pages come back one after the other when the office was closed, not all at once.
        let wait = 2000 + Int(office.randomBytes(1)[0]) * 16
        try await writer.write(ByteBuffer(string: "retry: \(wait)\n: following\n\n"))
        var last = start
        var said = ContinuousClock.now
        last = try await tell(after: last, to: &writer)
        for await signal in signals {
            guard isWelcome() else {
                try await writer.write(ByteBuffer(string: "event: over\ndata: signed-out\n\n"))
                return
            }
            let before = last
            last = try await tell(after: last, to: &writer)
            if last != before {
                said = .now
                try? await Task.sleep(for: pace.rest)
            } else if case .bell = signal {
                // Much may happen to others; looking costs a little each time.
                try? await Task.sleep(for: pace.rest / 5)
            } else if case .beat = signal, ContinuousClock.now - said >= pace.heartbeat {
                said = .now
                try await writer.write(ByteBuffer(string: ": still here\n\n"))
            }
        }
    }

    /// Tells the newest version, if it is newer; returns it.
    @concurrent
    private func tell(
        after last: UInt64,
        to writer: inout any ResponseBodyWriter
    ) async throws -> UInt64 {
        let version = try topic.version(office, for: caller)
        guard version > last else { return last }
        try await writer.write(
            ByteBuffer(string: "id: \(version)\nevent: changed\ndata: \(version)\n\n")
        )
        return version
    }
}
