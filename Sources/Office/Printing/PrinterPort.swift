import NIOCore
import NIOPosix

/// A printer that takes what comes on a port, and says nothing back.
struct PrinterPort {
    /// For reaching it.
    private static let connecting = TimeAmount.seconds(5)
    /// For taking a label, paper jams included.
    private static let taking = TimeAmount.seconds(30)

    private let host: String
    private let port: Int
    private let printer: String

    init(host: String, port: Int, of printer: String) {
        self.host = host
        self.port = port
        self.printer = printer
    }

    /// Returns when the printer's side has everything.
    ///
    /// - Throws: ``PrintRefusal`` `unreachable`.
    func send(_ bytes: [UInt8]) async throws {
        let channel: any Channel
        do {
            channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connectTimeout(Self.connecting)
                .connect(host: host, port: port)
                .get()
        } catch {
            throw PrintRefusal.unreachable(printer, why: "nothing answers at \(host):\(port)")
        }
        // A printer out of paper takes nothing more and does not hang up.
        let patience = channel.eventLoop.scheduleTask(in: Self.taking) {
            channel.close(promise: nil)
        }
        defer { patience.cancel() }
        do {
            try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
            try await channel.close().get()
        } catch {
            throw PrintRefusal.unreachable(
                printer,
                why: "\(host):\(port) stopped taking what it was sent"
            )
        }
    }
}
