import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Holds one connection, or one stream of HTTP/2, to the limits of size and time.
///
/// It stands between the decoder and whoever answers. Nothing is scheduled per request: one timer
/// looks again when the earliest limit could have been passed.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum State {
        /// Between requests; `hasBytes` once something of the next one came.
        case idle(since: NIODeadline, hasBytes: Bool)
        /// Head seen; `bytes` of its body so far.
        case arriving(since: NIODeadline, bytes: Int)
        /// The request is whole; its answer is another's business.
        case answering
        /// We gave the answer ourselves, and are done.
        case over
    }

    private let limits: WebLimits
    /// Nothing where the connection was counted when it came in.
    private let connections: OpenConnections?
    private var state = State.answering
    private var isCounted = false
    /// Requests begun, less answers ended: more than one when a client does not wait.
    private var answersDue = 0
    /// An answer was begun, so that ours would come too late.
    private var hasAnswer = false
    /// Since when the client has not been reading.
    private var stalledSince: NIODeadline?
    private var timer: Scheduled<Void>?

    init(limits: WebLimits, connections: OpenConnections?) {
        self.limits = limits
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        state = .idle(since: .now(), hasBytes: false)
        let first = FirstBytes { [weak self] in self?.sawBytes() }
        try? context.pipeline.syncOperations.addHandler(first, position: .first)
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard timer == nil, !isCounted else { return }
        if let connections {
            isCounted = true
            guard connections.enter() else { return refuse(context, .tooManyConnections) }
        }
        schedule(context)
    }

    private func end() {
        timer?.cancel()
        timer = nil
        guard isCounted else { return }
        isCounted = false
        connections?.leave()
    }

    /// Something of a next request came in.
    private func sawBytes() {
        guard case .idle(_, hasBytes: false) = state else { return }
        state = .idle(since: .now(), hasBytes: true)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .over = state { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            state = .arriving(since: .now(), bytes: 0)
            answersDue += 1
            let stated = head.headerFields[.contentLength].flatMap(Int.init)
            if let stated, stated > limits.body {
                return refuse(context, .bodyTooLarge(limit: limits.body))
            }
        case .body(let bytes):
            if case .arriving(let since, let before) = state {
                let count = before + bytes.readableBytes
                state = .arriving(since: since, bytes: count)
                if count > limits.body {
                    return refuse(context, .bodyTooLarge(limit: limits.body))
                }
            }
        case .end:
            // Where the answer came before its request had ended, nothing is left to wait for.
            if answersDue > 0 { state = .answering }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .over = state {
            promise?.fail(ChannelError.alreadyClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head: hasAnswer = true
        case .body: break
        case .end:
            hasAnswer = false
            answersDue -= 1
            if answersDue == 0 { state = .idle(since: .now(), hasBytes: false) }
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        stalledSince = context.channel.isWritable ? nil : .now()
        context.fireChannelWritabilityChanged()
    }

    private func schedule(_ context: ChannelHandlerContext) {
        let step = min(limits.headTime, limits.requestTime, limits.idleTime)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: step) {
            let (watch, context) = bound.value
            watch.look(context)
        }
    }

    /// Looks whether a limit of time was passed.
    private func look(_ context: ChannelHandlerContext) {
        timer = nil
        let now = NIODeadline.now()
        if let stalledSince, now - stalledSince >= limits.idleTime {
            state = .over
            context.close(promise: nil)
            return
        }
        switch state {
        case .idle(let since, hasBytes: true) where now - since >= limits.headTime:
            return refuse(context, .timedOut(seconds: limits.headTime.seconds))
        case .idle(let since, hasBytes: false) where now - since >= limits.idleTime:
            state = .over
            context.close(promise: nil)
            return
        case .arriving(let since, _) where now - since >= limits.requestTime:
            return refuse(context, .timedOut(seconds: limits.requestTime.seconds))
        case .over: return
        case .idle, .arriving, .answering: break
        }
        schedule(context)
    }

    /// Answers by itself and closes; where an answer was begun it only closes.
    private func refuse(_ context: ChannelHandlerContext, _ refusal: ConnectionRefusal) {
        state = .over
        timer?.cancel()
        timer = nil
        guard !hasAnswer, context.channel.isActive else {
            context.close(promise: nil)
            return
        }
        let body = ByteBuffer(string: refusal.problem)
        let head = HTTPResponse(status: refusal.status, headerFields: refusal.fields(body))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil)))
            .whenComplete { _ in
                // The client may still be sending; closing now would reset the connection before it
                // has read why. Its bytes are dropped until it closes, or for a moment.
                let context = bound.value
                context.close(mode: .output, promise: nil)
                context.eventLoop.assumeIsolated()
                    .scheduleTask(in: .seconds(1)) {
                        bound.value.close(promise: nil)
                    }
            }
    }
}

extension TimeAmount {
    fileprivate var seconds: Int64 { nanoseconds / 1_000_000_000 }
}

/// Tells that bytes came in, before anybody has made a request of them.
private final class FirstBytes: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias InboundOut = NIOAny

    private let tell: () -> Void

    init(tell: @escaping () -> Void) {
        self.tell = tell
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        tell()
        context.fireChannelRead(data)
    }
}
