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

    /// Tells of a refusal; what the answer is to call the request comes back, where it has a name.
    typealias Tell = @Sendable (ConnectionRefusal, HTTPRequest?) -> RequestName?

    private enum State {
        /// Between requests; `bytes` of the next one's head so far.
        case idle(since: NIODeadline, bytes: Int)
        /// Head seen; `bytes` of its body so far.
        case arriving(since: NIODeadline, bytes: Int)
        /// The request is whole; its answer is another's business.
        case answering
        /// We gave the answer ourselves, and are done.
        case over
    }

    private let limits: WebLimits
    private let tell: Tell
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
    /// The request that arrives or is answered.
    private var head: HTTPRequest?

    init(limits: WebLimits, connections: OpenConnections?, tell: @escaping Tell) {
        self.limits = limits
        self.connections = connections
        self.tell = tell
    }

    func handlerAdded(context: ChannelHandlerContext) {
        state = .idle(since: .now(), bytes: 0)
        // A stream of HTTP/2 is no socket: its head comes whole, in limits of its connection.
        if context.channel is any SocketOptionProvider {
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            let first = FirstBytes { [weak self] count in self?.saw(count, bound.value) }
            try? context.pipeline.syncOperations.addHandler(first, position: .first)
        }
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

    /// Bytes came in, and were decoded as far as they went.
    private func saw(_ count: Int, _ context: ChannelHandlerContext) {
        guard case .idle(let since, let before) = state else { return }
        state = .idle(since: before == 0 ? .now() : since, bytes: before + count)
        // Under TLS they are a little more than the head they hold; nobody sends one so near.
        if before + count > limits.head { refuse(context, headTooLarge) }
    }

    private var headTooLarge: ConnectionRefusal {
        .headTooLarge(limit: limits.head, fields: limits.headFields)
    }

    private func isTooLarge(_ head: HTTPRequest) -> Bool {
        let fields = head.headerFields
        guard fields.count <= limits.headFields else { return true }
        let size = fields.reduce(head.path?.utf8.count ?? 0) { size, field in
            size + field.name.rawName.utf8.count + field.value.utf8.count + 4
        }
        return size > limits.head
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .over = state { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            state = .arriving(since: .now(), bytes: 0)
            answersDue += 1
            self.head = head
            if isTooLarge(head) { return refuse(context, headTooLarge) }
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
            if answersDue == 0 {
                state = .idle(since: .now(), bytes: 0)
                head = nil
            }
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
        case .idle(let since, let bytes) where bytes > 0 && now - since >= limits.headTime:
            return refuse(context, .timedOut(seconds: limits.headTime.seconds))
        case .idle(let since, bytes: 0) where now - since >= limits.idleTime:
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
        let name = tell(refusal, head)
        let body = ByteBuffer(string: refusal.problem(name))
        let head = HTTPResponse(status: refusal.status, headerFields: refusal.fields(body, name))
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

/// Tells how many bytes came in, once somebody had the chance to make a request of them.
private final class FirstBytes: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let tell: (Int) -> Void

    init(tell: @escaping (Int) -> Void) {
        self.tell = tell
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let count = unwrapInboundIn(data).readableBytes
        context.fireChannelRead(data)
        tell(count)
    }
}
