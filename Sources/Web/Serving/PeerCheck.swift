import Glibc
import NIOCore

/// Lets only the office's own user, and root, speak on the local socket.
///
/// The socket's mode says the same; this also holds in the moment before the mode is set.
final class PeerCheck: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny
    typealias InboundOut = NIOAny

    /// `struct ucred` of Linux, which the C library's module leaves out.
    private struct Peer: Sendable {
        var process: Int32 = 0
        var user: UInt32 = .max
        var group: UInt32 = .max
    }

    private var isTrusted = false

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { look(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        look(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard isTrusted else { return context.close(promise: nil) }
        context.fireChannelRead(data)
    }

    private func look(_ context: ChannelHandlerContext) {
        guard let socket = context.channel as? any SocketOptionProvider else { return }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let peer: EventLoopFuture<Peer> = socket.unsafeGetSocketOption(
            level: SocketOptionLevel(SOL_SOCKET),
            name: SocketOptionName(SO_PEERCRED)
        )
        peer.whenComplete { result in
            let (check, context) = bound.value
            let peer = try? result.get()
            check.isTrusted = peer.map { $0.user == geteuid() || $0.user == 0 } ?? false
            if !check.isTrusted { context.close(promise: nil) }
        }
    }
}
