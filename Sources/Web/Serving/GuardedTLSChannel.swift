import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOTLS

/// A TLS connection that is counted when it comes in, and must have shaken hands in time.
///
/// Until then nobody has chosen between HTTP/1.1 and HTTP/2, so no other limit holds yet.
struct GuardedTLSChannel: ServerChildChannel {
    let base: HTTP2UpgradeChannel
    let limits: WebLimits
    let connections: OpenConnections

    func setup(
        channel: any Channel,
        logger: Logger
    ) -> EventLoopFuture<HTTP2UpgradeChannel.Value> {
        base.setup(channel: channel, logger: logger)
            .flatMapThrowing { value in
                let guardian = HandshakeWatch(limits: limits, connections: connections)
                try channel.pipeline.syncOperations.addHandler(guardian)
                return value
            }
    }

    func handle(value: HTTP2UpgradeChannel.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

/// Closes a connection that is one too many, or slow to shake hands.
private final class HandshakeWatch: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias InboundOut = NIOAny

    private let limits: WebLimits
    private let connections: OpenConnections
    private var isCounted = false
    private var timer: Scheduled<Void>?

    init(limits: WebLimits, connections: OpenConnections) {
        self.limits = limits
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        if isCounted { connections.leave() }
        isCounted = false
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted? = event as? TLSUserEvent {
            timer?.cancel()
            timer = nil
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard !isCounted else { return }
        isCounted = true
        // Before hands are shaken there is no way to say why.
        guard connections.enter() else { return context.close(promise: nil) }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: limits.headTime) {
            bound.value.close(promise: nil)
        }
    }
}
