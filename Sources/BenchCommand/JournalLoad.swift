import Foundation
import Glibc
import Journal
import Synchronization

/// Entries to append, and the ways of appending and reading them that are measured.
struct JournalLoad: Sendable {
    private let key: SigningKey
    private let epochKey: EpochKey
    private let sealer: EntrySealer
    private let plain: [[UInt8]]
    /// What an entry takes in the journal.
    let sealedBytes: Int

    init() throws {
        key = try SigningKey(name: "bench.example", seed: [UInt8](repeating: 1, count: 32))
        guard let epoch = Epoch("2026-11-personal") else { throw CancellationError() }
        epochKey = EpochKey(epoch: epoch, secret: [UInt8](repeating: 2, count: 32))
        let sealer = EntrySealer(origin: key.verifierKey.name)
        self.sealer = sealer
        plain = (0..<512).map(JournalLoad.document)
        var bytes = 0
        for document in plain { bytes += try sealer.seal(document, key: epochKey).count }
        sealedBytes = bytes / plain.count
    }

    /// 1.5 KB of JSON that deflates about as well as a declaration does.
    private static func document(_ number: Int) -> [UInt8] {
        var random = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
        func word(_ letters: Int) -> String {
            String(
                decoding: (0..<letters)
                    .map { _ in
                        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        return UInt8(97 + (random >> 40) % 26)
                    },
                as: UTF8.self
            )
        }
        var text = "{\"item\":\"UA\(100_000_000 + number)GB\",\"lines\":["
        while text.utf8.count < 1_440 {
            text +=
                "{\"description\":\"\(word(9)) \(word(6))\",\"lineNetWeight\":\(number % 900),"
                + "\"lineValue\":\"\(number % 90).00\",\"origin\":\"GB\",\"quantity\":2},"
        }
        return Array((text.dropLast() + "],\"state\":\"lodged\"}").utf8)
    }

    private func open(_ folder: String) throws -> JournalWriter {
        try JournalWriter.create(in: folder, signingKey: key, incarnation: 1)
    }

    private func sealed(_ number: Int) throws -> [UInt8] {
        try sealer.seal(plain[number % plain.count], key: epochKey)
    }

    /// The median time from call to answer of a lone submitter, in microseconds.
    func latency(in folder: String, entries: Int) async throws -> Int {
        let writer = try open(folder)
        var times: [Int] = []
        for number in 0..<entries {
            let start = ContinuousClock.now
            _ = try await writer.append([try sealed(number)])
            times.append(Int((ContinuousClock.now - start) / .microseconds(1)))
        }
        try await writer.close()
        return times.sorted()[entries / 2]
    }

    /// Entries a second with many submitters, each sealing its own and waiting for its answer.
    func rate(in folder: String, submitters: Int, entries: Int) async throws -> Int {
        let writer = try open(folder)
        let rate = try await rate(submitters, entries) { _ = try await writer.append([$0]) }
        try await writer.close()
        return rate
    }

    /// The same callers with SQLite in the journal's place.
    func peerRate(at path: String, submitters: Int, entries: Int) async throws -> Int {
        let peer = try SQLitePeer(path: path)
        return try await rate(submitters, entries) { try await peer.append($0) }
    }

    private func rate(
        _ submitters: Int,
        _ entries: Int,
        _ append: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws -> Int {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for submitter in 0..<submitters {
                group.addTask {
                    for number in stride(from: submitter, to: entries, by: submitters) {
                        try await append(try sealed(number))
                    }
                }
            }
            try await group.waitForAll()
        }
        return Int(Double(entries) / ((ContinuousClock.now - start) / .seconds(1)))
    }

    /// Entries a second from one caller that hands in many at once.
    func bulk(in folder: String, batch: Int, entries: Int) async throws -> Int {
        let writer = try open(folder)
        let start = ContinuousClock.now
        for first in stride(from: 0, to: entries, by: batch) {
            let half = first + batch / 2
            async let left = Self.seal(self, first..<half)
            let right = try Self.seal(self, half..<first + batch)
            _ = try await writer.append(try await left + right)
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        try await writer.close()
        return Int(Double(entries) / seconds)
    }

    private static func seal(_ load: JournalLoad, _ range: Range<Int>) throws -> [[UInt8]] {
        try range.map { try load.sealed($0) }
    }

    struct Verified {
        var bytesPerSecond: Int
        /// For each second that a core worked: what others do on the machine does not count.
        var bytesPerCore: Int
        var megabytes: Int
    }

    func verify(_ folder: String) throws -> Verified {
        let (memory, processor) = (Self.peakKilobytes(), Self.processorSeconds())
        let start = ContinuousClock.now
        let report = try JournalCheck.run(directory: folder, trust: .key(key.verifierKey))
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        precondition(report.isWhole, "the bench's journal is damaged: \(report.findings)")
        let bytes = Double(report.bytes)
        return Verified(
            bytesPerSecond: Int(bytes / seconds),
            bytesPerCore: Int(bytes / (Self.processorSeconds() - processor)),
            megabytes: (Self.peakKilobytes() - memory) / 1_024
        )
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Entries a second, proven, opened and inflated.
    func read(_ folder: String) async throws -> Int {
        let reader = try JournalReader(directory: folder)
        var cursor = try SealedCursor(
            reader,
            from: EntryIndex(0),
            keys: Keyring([epochKey])
        )
        var entries = 0
        let start = ContinuousClock.now
        while case let batch = try await cursor.next(), !batch.isEmpty { entries += batch.count }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return Int(Double(entries) / seconds)
    }

    private static func peakKilobytes() -> Int {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        return line?.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0
    }
}
