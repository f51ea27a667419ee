import Foundation
import Ledger
import Mail
import Testing

@testable import Office

/// The single writer and advisories: what is published, and who is told.
@Suite("Advisories at the desk")
struct AdvisoryDeskTests {
    @Test("versions follow each other, and what is over stays over")
    func versions() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let (name, now) = (try AdvisoryBench.name(), bench.time.clock.now())
        let content = try AdvisoryBench.content(["dest=PL"])
        func publish(_ expected: Int?) -> AdvisoryOrder {
            .publish(name, content, expecting: expected, by: .staff("ada"))
        }
        #expect(try await desk.perform(publish(0), at: now) == .published(version: 1))
        bench.time.pass(seconds: 60)
        await #expect(throws: AdvisoryRefusal.versionStale(name, expected: 0, found: 1)) {
            try await desk.perform(publish(0), at: now)
        }
        let later = bench.time.clock.now()
        #expect(try await desk.perform(publish(nil), at: later) == .published(version: 2))
        #expect(try desk.ledger.advisories(asOf: now).map(\.version) == [1])
        #expect(
            try await desk.perform(.end(name, by: .local), at: later) == .ended(version: 3)
        )
        let history = try #require(try desk.ledger.advisory(name))
        #expect(history.earlier.map(\.version) == [1] && history.ended?.at == later)
        await #expect(throws: AdvisoryRefusal.ended(name, at: later)) {
            try await desk.perform(publish(nil), at: later)
        }
        await #expect(throws: AdvisoryRefusal.ended(name, at: later)) {
            try await desk.perform(.end(name, by: .local), at: later)
        }
        try await desk.close()
    }

    @Test("what cannot be published is refused")
    func refuses() throws {
        let now = Moment(milliseconds: 1_795_000_000_000)
        let before = Moment(milliseconds: now.milliseconds - 1)
        #expect(throws: AdvisoryRefusal.lanesMissing) {
            try AdvisoryBench.content([]).check(at: now)
        }
        #expect(throws: AdvisoryRefusal.timesReversed(since: now, until: before)) {
            try AdvisoryBench.content(["any"], since: now, until: before).check(at: now)
        }
        #expect(throws: AdvisoryRefusal.updatePast(now)) {
            try AdvisoryBench.content(["any"], next: now).check(at: now)
        }
    }

    @Test("exactly the senders of affected items are told, once for each version")
    func tells() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let (name, now) = (try AdvisoryBench.name(), bench.time.clock.now())
        let early = [
            try AdvisoryBench.packet("a", customer: "fox", mail: "ada@fox.example"),
            try AdvisoryBench.packet("b", customer: "fox", mail: "Bob@fox.example"),
            try AdvisoryBench.packet("c", customer: nil, mail: "cy@hare.example"),
            try AdvisoryBench.packet("d", customer: nil, mail: "x@y\r\nBcc: all@z"),
            try AdvisoryBench.packet("e", customer: "owl", mail: nil),
            try AdvisoryBench.letter("f", customer: "hen", mail: "hen@hen.example"),
        ]
        let outcomes = try await bench.lodge(early, on: &desk)
        let lodged = outcomes.compactMap(\.item)
        // Of what has left, or goes nowhere any more, nobody is told.
        let gone = try AdvisoryBench.packet("g", customer: "elk", mail: "elk@elk.example")
        let cancelled = try #require(try await bench.lodge([gone], on: &desk).first?.item)
        _ = try await desk.move(
            cancelled.record.id,
            to: .cancelled,
            reason: nil,
            by: .local,
            at: now
        )
        let content = try AdvisoryBench.content(["dest=PL,data=yes"])
        let order = AdvisoryOrder.publish(name, content, expecting: nil, by: .local)
        _ = try await desk.perform(order, at: now)
        // Who lodges behind it was told while lodging.
        let late = try AdvisoryBench.packet("h", customer: "late", mail: "late@late.example")
        _ = try await bench.lodge([late], on: &desk)
        #expect(try await desk.tellSenders(bench.place.directory, at: now) == 3)
        #expect(try await desk.tellSenders(bench.place.directory, at: now) == 0)
        let told = try desk.ledger.sendersTold(name, limit: 10).map(\.told)
        #expect(told.map(\.customer) == ["fox", "owl", ""], "the letter's sender is not")
        #expect(told.map(\.items) == [2, 1, 1])
        #expect(
            told.map { $0.messages.map(\.address) } == [
                ["Bob@fox.example", "ada@fox.example"], [], ["cy@hare.example"],
            ]
        )
        #expect(try AdvisoryBench.mail(bench.place.directory).count == 3)
        #expect(
            try AdvisoryBench.mail(bench.place.directory)
                == told.flatMap(\.messages).map(\.file).sorted()
        )
        // An account hears it as an event.
        let events = try desk.ledger.events(after: nil, limit: 99).filter { $0.item == nil }
        #expect(events.map(\.kind) == ["advisory.published", "advisory.published"])
        #expect(events.map(\.customer) == ["fox", "owl"])
        #expect(events.first?.subject == .advisory(name, version: 1))
        let counts = try desk.ledger.advisoriesTold(name)
        #expect(counts.map { [$0.version, $0.senders, $0.messages, $0.items] } == [[1, 3, 3, 4]])
        #expect(lodged.count == 5, "an address with a line break is refused while lodging")
        _ = try await desk.perform(.end(name, by: .local), at: now)
        #expect(try await desk.tellSenders(bench.place.directory, at: now) == 4, "late, too")
        try await desk.close()
    }

    @Test("a crash around the entry tells nobody twice and nobody never")
    func crashes() async throws {
        struct Crash: Error {}
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let (name, now) = (try AdvisoryBench.name(), bench.time.clock.now())
        let lodging = try AdvisoryBench.packet("a", customer: nil, mail: "ada@fox.example")
        _ = try await bench.lodge([lodging], on: &desk)
        let content = try AdvisoryBench.content(["any"])
        _ = try await desk.perform(.publish(name, content, expecting: nil, by: .local), at: now)
        let directory = bench.place.directory
        let telling = SenderTelling(
            desk.ledger,
            desk.book,
            desk.profile,
            desk.settings,
            directory
        )
        // Before the entry: a file that no mail system takes, and nobody is told.
        await #expect(throws: Crash.self) {
            try await telling.run(at: now) { _ in throw Crash() }
        }
        #expect(try AdvisoryBench.mail(directory).allSatisfy { $0.hasSuffix(".eml.partial") })
        #expect(try desk.ledger.sendersTold(name, limit: 9).isEmpty)
        // Behind the entry and before the name: the next round gives it, and tells nobody.
        var entries: [Entry] = []
        await #expect(throws: Crash.self) {
            try await telling.run(at: now) {
                entries = $0
                throw Crash()
            }
        }
        try await desk.record(entries, at: now)
        #expect(try await desk.tellSenders(directory, at: now) == 0)
        let files = try AdvisoryBench.mail(directory)
        #expect(files.count == 1 && files[0].hasSuffix(".eml"))
        #expect(try desk.ledger.untoldAdvisories().isEmpty)
        // A mail system that has taken it gets no second one.
        try FileManager.default.removeItem(atPath: directory.mail + "/" + files[0])
        #expect(try await desk.tellSenders(directory, at: now) == 0)
        #expect(try AdvisoryBench.mail(directory).isEmpty)
        try await desk.close()
    }

    @Test("orders and refusals come through the socket as they went in")
    func wire() throws {
        let name = try AdvisoryBench.name()
        let at = Moment(milliseconds: 1_795_000_000_000)
        let content = try AdvisoryBench.content(["any"], until: at, next: at)
        let orders: [AdvisoryOrder] = [
            .publish(name, content, expecting: 3, by: .staff("ada")),
            .publish(name, content, expecting: nil, by: .local), .end(name, by: .key("k1")),
        ]
        for order in orders {
            #expect(try LocalWire.advisoryOrder(LocalWire.order(order)) == order)
        }
        for answer in [AdvisoryAnswer.published(version: 2), .ended(version: 3)] {
            #expect(try LocalWire.advisoryAnswer(LocalWire.answer(answer)) == answer)
        }
        for refusal in [
            AdvisoryRefusal.lanesMissing, .timesReversed(since: at, until: at), .updatePast(at),
            .unknown(name), .ended(name, at: at), .versionStale(name, expected: 1, found: 2),
        ] {
            let words = OrderRefusal(refusal)
            #expect(LocalWire.refusal(LocalWire.refusal(words)) == words)
        }
    }
}
