import Foundation
import Journal
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

import enum Crypto.Curve25519

/// A witness after C2SP tlog-witness, on a port of its own: remembers the newest tree of each log
/// that it was told of, and cosigns what continues it.
final class LiveWitness: Sendable {
    private struct State {
        var logs: [String: VerifierKey] = [:]
        var seen: [String: (size: TreeSize, root: Digest)] = [:]
    }

    private static let name = "siege"
    private let secret = Curve25519.Signing.PrivateKey()
    private let key: VerifierKey
    private let state = Mutex(State())
    private let port = Mutex(0)

    private init() throws {
        key = try VerifierKey(
            name: "siege.example",
            algorithm: .cosignature,
            key: Array(secret.publicKey.rawRepresentation)
        )
    }

    /// Starts one, which runs until the siege ends.
    static func start() async throws -> LiveWitness {
        let witness = try LiveWitness()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.pipeline.configureHTTPServerPipeline()
                    .flatMapThrowing {
                        try channel.pipeline.syncOperations.addHandler(WitnessHandler(witness))
                    }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        witness.port.withLock { $0 = channel.localAddress?.port ?? 0 }
        return witness
    }

    /// Has an office name this witness, which is told of its log.
    func watch(_ office: StakedOffice) async throws {
        let vkey = try VerifierKey(
            String(
                decoding: try Data(
                    contentsOf: URL(filePath: office.file("journal/vkey").checked())
                ),
                as: UTF8.self
            )
            .trimmingCharacters(in: .whitespacesAndNewlines)
        )
        state.withLock { $0.logs[vkey.name] = vkey }
        let port = port.withLock { $0 }
        let policy = try office.ground.path("\(office.path.name).policy")
        let text = """
            log \(vkey)
            witness \(Self.name) \(key) http://127.0.0.1:\(port)/add-checkpoint
            quorum \(Self.name)

            """
        try Attacker.write(Array(text.utf8), to: policy)
        let settings = "witnesses: { policy: \(policy.absolute), maxAge: 3600 }\n"
        try Attacker.write(Array(settings.utf8), to: office.file("office.yaml"))
    }

    struct Answer: Sendable {
        var status: Int
        var type = "text/plain"
        var text = ""
    }

    func answer(_ body: [UInt8]) -> Answer {
        let parts = String(decoding: body, as: UTF8.self).split(separator: "\n\n", maxSplits: 1)
        guard parts.count == 2 else { return Answer(status: 400) }
        let head = parts[0].split(separator: "\n")
        guard let first = head.first, first.hasPrefix("old "), let old = UInt64(first.dropFirst(4))
        else { return Answer(status: 400) }
        let hashes = head.dropFirst()
            .compactMap { Data(base64Encoded: String($0)).flatMap { Digest(Array($0)) } }
        let note = Array(parts[1].utf8)
        let logs = state.withLock { $0.logs }
        guard let origin = parts[1].split(separator: "\n").first, let log = logs[String(origin)]
        else { return Answer(status: 404) }
        guard let signed = try? SignedCheckpoint(parsing: note, keys: [log]) else {
            return Answer(status: 403)
        }
        let new = signed.checkpoint
        guard old <= new.size.count else { return Answer(status: 400) }
        // Remembered before it is answered, and compared under the same lock.
        let refusal = state.withLock { state -> Answer? in
            let seen = state.seen[log.name] ?? (.zero, TreeHash.empty)
            guard seen.size.count == old else {
                return Answer(status: 409, type: "text/x.tlog.size", text: "\(seen.size)\n")
            }
            let range = TreeRange(seen.size)
            guard
                ConsistencyProof(hashes)
                    .proves(range, root: seen.root, in: new.size, root: new.root)
            else { return Answer(status: 422) }
            state.seen[log.name] = (new.size, new.root)
            return nil
        }
        if let refusal { return refusal }
        guard let line = try? cosigned(signed) else { return Answer(status: 500) }
        return Answer(status: 200, text: line)
    }

    private func cosigned(_ signed: SignedCheckpoint) throws -> String {
        let now = UInt64(time(nil))
        let message = "cosignature/v1\ntime \(now)\n" + signed.note.text
        let stamp = (0..<8).map { UInt8(truncatingIfNeeded: now >> UInt64(56 - 8 * $0)) }
        let signature = try secret.signature(for: Data(message.utf8))
        let line = SignedNote.Signature(name: key.name, keyID: key.id, bytes: stamp + signature)
        let note = SignedNote(text: "x\n", signatures: [line])
        return String(decoding: note.bytes.dropFirst(3), as: UTF8.self)
    }
}

/// One connection to the witness.
private final class WitnessHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let witness: LiveWitness
    private var body: [UInt8] = []

    init(_ witness: LiveWitness) {
        self.witness = witness
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end:
            let answer = witness.answer(body)
            let head = HTTPResponseHead(
                version: .http1_1,
                status: HTTPResponseStatus(statusCode: answer.status),
                headers: [
                    "content-type": answer.type, "content-length": "\(answer.text.utf8.count)",
                ]
            )
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            let text = context.channel.allocator.buffer(string: answer.text)
            context.write(wrapOutboundOut(.body(.byteBuffer(text))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
