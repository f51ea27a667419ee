import Foundation
import Synchronization

import enum Crypto.Curve25519

@testable import Journal
@testable import Vault

/// A witness after C2SP tlog-witness, in memory, with a clock and ways to misbehave.
final class PretendWitness: Sendable {
    enum Mood: Sendable {
        case honest
        case down
        /// Cosigns with a signature that is not its key's.
        case forging
        /// Claims to have seen a larger tree.
        case boasting(UInt64)
        case answering(Int)
    }

    private struct State {
        var log: VerifierKey
        var seen: (size: TreeSize, root: Digest)?
        var time: UInt64
        var mood = Mood.honest
        var requests = 0
    }

    let name: String
    let key: VerifierKey
    private let secret: Curve25519.Signing.PrivateKey
    private let state: Mutex<State>

    init(_ name: String, log: VerifierKey, time: UInt64 = 1_000) throws {
        self.name = name
        secret = Curve25519.Signing.PrivateKey()
        key = try VerifierKey(
            name: "\(name).example",
            algorithm: .cosignature,
            key: Array(secret.publicKey.rawRepresentation)
        )
        state = Mutex(State(log: log, time: time))
    }

    var requests: Int { state.withLock(\.requests) }
    func be(_ mood: Mood) { state.withLock { $0.mood = mood } }
    func set(time: UInt64) { state.withLock { $0.time = time } }

    /// Puts another key of the log in the place of the one that it knew.
    func trust(_ key: VerifierKey) { state.withLock { $0.log = key } }

    struct Down: Error {}

    /// The network with these witnesses on it.
    static func network(_ witnesses: [PretendWitness]) -> WitnessTransport {
        { url, body in
            for witness in witnesses where url == "http://\(witness.name)/add-checkpoint" {
                return try witness.answer(body)
            }
            throw Down()
        }
    }

    static func policy(
        _ log: VerifierKey,
        _ witnesses: [PretendWitness],
        quorum: String
    ) throws -> TlogPolicy {
        let lines = witnesses.map { "witness \($0.name) \($0.key) http://\($0.name)\n" }.joined()
        return try TlogPolicy("log \(log)\n\(lines)\(quorum)\n")
    }

    private func answer(_ body: [UInt8]) throws -> WitnessResponse {
        let (mood, time, log) = state.withLock { state in
            state.requests += 1
            return (state.mood, state.time, state.log)
        }
        switch mood {
        case .down: throw Down()
        case .boasting(let size): return Self.conflict(size)
        case .answering(let status):
            return WitnessResponse(status: status, contentType: "", body: [])
        case .honest, .forging: break
        }
        let text = String(decoding: body, as: UTF8.self)
        let parts = text.split(separator: "\n\n", maxSplits: 1)
        let head = parts[0].split(separator: "\n")
        guard let old = UInt64(head[0].dropFirst("old ".count)) else {
            return WitnessResponse(status: 400, contentType: "", body: [])
        }
        let hashes = head.dropFirst().compactMap { Base64.decode($0).flatMap { Digest($0) } }
        guard
            let signed = try? SignedCheckpoint(parsing: Array(parts[1].utf8), keys: [log])
        else { return WitnessResponse(status: 403, contentType: "", body: []) }
        let new = signed.checkpoint
        guard old <= new.size.count else {
            return WitnessResponse(status: 400, contentType: "", body: [])
        }
        let refusal = state.withLock { state -> WitnessResponse? in
            let seen = state.seen ?? (.zero, TreeHash.empty)
            guard seen.size.count == old else { return Self.conflict(seen.size.count) }
            let proof = ConsistencyProof(hashes)
            guard
                proof.proves(TreeRange(seen.size), root: seen.root, in: new.size, root: new.root)
            else { return WitnessResponse(status: 422, contentType: "", body: []) }
            state.seen = (new.size, new.root)
            return nil
        }
        if let refusal { return refusal }
        let isForging = if case .forging = mood { true } else { false }
        let line = SignedNote(
            text: "x\n",
            signatures: [try cosigned(signed, at: isForging ? time + 1 : time, saying: time)]
        )
        return WitnessResponse(
            status: 200,
            contentType: "text/plain",
            body: Array(line.bytes.dropFirst(3))
        )
    }

    /// The line under a checkpoint, which says the time that was signed or another.
    func cosigned(
        _ signed: SignedCheckpoint,
        at time: UInt64,
        saying said: UInt64? = nil
    ) throws -> SignedNote.Signature {
        let message = "cosignature/v1\ntime \(time)\n" + signed.note.text
        let stamp = (0..<8).map { UInt8(truncatingIfNeeded: (said ?? time) >> UInt64(56 - 8 * $0)) }
        let signature = try secret.signature(for: Data(message.utf8))
        return SignedNote.Signature(name: key.name, keyID: key.id, bytes: stamp + signature)
    }

    private static func conflict(_ size: UInt64) -> WitnessResponse {
        WitnessResponse(
            status: 409,
            contentType: "text/x.tlog.size",
            body: Array("\(size)\n".utf8)
        )
    }
}

/// A journal of a test's own, gone when the test is.
final class WitnessedJournal {
    let path = FileManager.default.temporaryDirectory
        .appending(path: "posthorn-witness-\(UUID().uuidString)").path
    let key: SigningKey

    init() throws {
        key = try SigningKey(name: "posthorn.example/test", seed: [UInt8](repeating: 7, count: 32))
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var folder: String { path + "/journal" }

    func create() throws -> JournalWriter {
        try JournalWriter.create(in: folder, signingKey: key, incarnation: 1)
    }

    func open() throws -> JournalWriter {
        try JournalWriter.open(in: folder, signingKey: key, incarnation: 2)
    }

    static func entries(_ range: Range<Int>, _ word: String = "entry") -> [[UInt8]] {
        range.map { Array("\(word) \($0)".utf8) }
    }

    /// Puts a copy of the journal in its place: what an old image of the machine does.
    func replace(by copy: String) throws {
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.moveItem(atPath: copy, toPath: folder)
    }

    func copy() throws -> String {
        let copy = path + "/copy"
        try FileManager.default.copyItem(atPath: folder, toPath: copy)
        return copy
    }
}
