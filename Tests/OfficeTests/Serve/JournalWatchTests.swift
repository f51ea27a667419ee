import Foundation
import Journal
import Mail
import Synchronization
import Testing

@testable import Office

@Suite("An office that watches its journal")
struct JournalWatchTests {
    private final class Log: Sendable {
        private let all = Mutex<[JournalWatch.Event]>([])
        var events: [JournalWatch.Event] { all.withLock { $0 } }
        func tell(_ event: JournalWatch.Event) { all.withLock { $0.append(event) } }
    }

    /// Enough items for a full bundle, in tiles.
    private func fill(_ office: ServedOffice) async throws {
        _ = try await office.lodge((0..<260).map { try Example.packet("order-\($0)") })
        try await office.book.writer.publish()
    }

    private func encrypt(_ path: String, _ office: ServedOffice) throws -> Data {
        let url = URL(filePath: office.directory.journal + "/" + path)
        let good = try Data(contentsOf: url)
        try Data(repeating: 0x5A, count: good.count).write(to: url)
        return good
    }

    @Test("is well while nothing is wrong")
    func isWell() async throws {
        try await Workplace.serving { office in
            let log = Log()
            let isWhole = await office.journalWatch.lookOnce { log.tell($0) }
            #expect(isWhole)
            #expect(log.events.isEmpty)
            #expect(OfficeHealth(office).checks.contains { $0.name == "scan" && $0.isWell })
        }
    }

    @Test("names what is damaged and records nothing until a good copy stands there")
    func holds() async throws {
        try await Workplace.serving { office in
            try await fill(office)
            let path = "tile/entries/000"
            let good = try encrypt(path, office)
            let log = Log()
            let size = office.book.durable
            let isWhole = await office.journalWatch.lookOnce { log.tell($0) }
            #expect(!isWhole)
            #expect(office.journalWatch.state.damaged.keys.sorted() == [path])
            guard case .damaged(path, _) = log.events.first else {
                Issue.record("\(log.events)")
                return
            }
            guard case .unmended([path], _) = log.events.last else {
                Issue.record("\(log.events)")
                return
            }
            let health = OfficeHealth(office)
            #expect(!health.isReady)
            #expect(health.checks.contains { $0.detail.contains(path) })
            await #expect(throws: DeskRefusal.journalDamaged(path: path)) {
                try await office.lodge([try Example.packet("refused")])
            }
            #expect(office.book.durable == size)

            // Somebody puts the good copy back; the next look finds it.
            try good.write(to: URL(filePath: office.directory.journal + "/" + path))
            let isWholeAgain = await office.journalWatch.lookOnce { log.tell($0) }
            #expect(isWholeAgain)
            #expect(log.events.last == .whole)
            #expect(OfficeHealth(office).isReady)
            let lodged = try await office.lodge([try Example.packet("taken")])
            #expect(lodged.first?.item != nil)
        }
    }

    @Test("makes the right edge anew from memory, and goes on")
    func mendsTheEdge() async throws {
        try await Workplace.serving { office in
            try await fill(office)
            _ = try encrypt("checkpoint", office)
            let log = Log()
            let isWhole = await office.journalWatch.lookOnce { log.tell($0) }
            #expect(isWhole)
            #expect(log.events.last == .whole)
            #expect(office.journalWatch.state.mended == 1)
            let lodged = try await office.lodge([try Example.packet("taken")])
            #expect(lodged.first?.item != nil)
        }
    }
}
