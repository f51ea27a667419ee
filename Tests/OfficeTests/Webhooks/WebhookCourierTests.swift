import FoundationEssentials
import GRDB
import Ledger
import Mail
import Synchronization
import Testing

@testable import Office

/// A receiver that answers as a test says, and keeps what came.
final class Receiver: Sendable {
    private let state: Mutex<(answers: [DeliveryMachine.Outcome], messages: [WebhookPost.Message])>

    /// The last answer is given again and again.
    init(_ answers: DeliveryMachine.Outcome...) {
        state = Mutex((answers, []))
    }

    var post: WebhookPost {
        WebhookPost { [self] message in
            state.withLock { state in
                state.messages.append(message)
                return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
            }
        }
    }

    func answer(_ answers: DeliveryMachine.Outcome...) {
        state.withLock { $0.answers = answers }
    }

    var messages: [WebhookPost.Message] { state.withLock { $0.messages } }

    var ids: [String] { messages.map { $0.header("webhook-id") } }
}

extension WebhookPost.Message {
    func header(_ name: String) -> String { headers.first { $0.0 == name }?.1 ?? "" }
}

@Suite("WebhookCourier")
struct WebhookCourierTests {
    static let admin = Caller(author: .staff("ada"), role: .admin)
    static let order = WebhookOrder(url: "https://shop.example/hook", events: [], customer: nil)

    private func courier(
        _ receiver: Receiver,
        _ body: @Sendable (ServedOffice, WebhookCourier, MovingClock) async throws -> Void
    ) async throws {
        let time = MovingClock()
        try await Workplace.serving(clock: time.clock, post: receiver.post) { office in
            try await body(office, WebhookCourier(office), time)
        }
    }

    /// Steps of every active webhook until none has anything to do by now.
    private func settle(_ courier: WebhookCourier) async throws {
        for row in try courier.active() { while try await courier.step(row) {} }
    }

    private func lodge(_ count: Int, in office: ServedOffice) async throws -> [RecordedItem] {
        try await office.lodge(try (1...count).map { try Example.packet("order-\($0)") })
            .compactMap(\.item)
    }

    @Test func sendsWhatHappensAfterTheWebhookWasMadeOnceAndSigned() async throws {
        let receiver = Receiver(.answered(status: 204))
        try await courier(receiver) { office, courier, _ in
            _ = try await lodge(1, in: office)
            let (webhook, secret) = try await office.webhooks.add(Self.order, by: Self.admin)
            try await settle(courier)
            #expect(receiver.messages.isEmpty)
            let items =
                try await office.lodge([
                    try Example.packet("a"), try Example.packet("b"),
                ])
                .compactMap(\.item)
            try await settle(courier)
            try await settle(courier)
            #expect(receiver.ids.sorted() == items.map { String($0.entry) }.sorted())
            let message = try #require(receiver.messages.first)
            #expect(message.url == "https://shop.example/hook")
            let event = try JSONReader.read(message.body)
            #expect(event["specversion"]?.text == "1.0")
            #expect(event["type"]?.text == "item.lodged")
            #expect(event["id"]?.text == message.header("webhook-id"))
            #expect(secret.hasPrefix("whsec_"))
            let signature = WebhookSignature.header(
                id: message.header("webhook-id"),
                at: office.clock.now(),
                body: message.body,
                secrets: [String(secret.dropFirst(6))]
            )
            #expect(message.header("webhook-signature") == signature)
            #expect(message.header("webhook-timestamp") == "1795000000")
            #expect(message.body.count < 20_000)
            let log = try office.webhooks.attempts(of: webhook.id, limit: 9, for: Self.admin)
            #expect(log.map(\.status) == [204, 204])
            #expect(log.allSatisfy { $0.isDelivered && $0.attempt == 1 && $0.next == nil })
        }
    }

    @Test func triesAgainWhenItIsTimeAndGivesUpAtTheEnd() async throws {
        let receiver = Receiver(.failed(.connectionFailed))
        try await courier(receiver) { office, courier, time in
            let webhook = try await office.webhooks.add(Self.order, by: Self.admin).webhook
            _ = try await lodge(1, in: office)
            try await settle(courier)
            #expect(receiver.messages.count == 1)
            time.pass(seconds: 4)
            try await settle(courier)
            #expect(receiver.messages.count == 1)
            for attempt in 2...10 {
                time.pass(seconds: DeliveryMachine.schedule[attempt - 1] / 1000 * 6 / 5 + 1)
                try await settle(courier)
                #expect(receiver.messages.count == attempt)
            }
            time.pass(seconds: 1_000_000)
            try await settle(courier)
            #expect(receiver.messages.count == 10)
            #expect(Set(receiver.ids).count == 1)
            let log = try office.webhooks.attempts(of: webhook.id, limit: 20, for: Self.admin)
            #expect(log.map(\.attempt) == Array((1...10).reversed()))
            #expect(log.first?.next == nil)
            #expect(log.last?.next != nil)
            #expect(log.allSatisfy { $0.failure == .connectionFailed && $0.status == nil })
        }
    }

    @Test func switchesOffAReceiverThatIsGoneAndSaysSo() async throws {
        let receiver = Receiver(.answered(status: 410))
        try await courier(receiver) { office, courier, _ in
            let id = try await office.webhooks.add(Self.order, by: Self.admin).webhook.id
            _ = try await lodge(1, in: office)
            try await settle(courier)
            let webhook = try office.webhooks.webhook(id, for: Self.admin)
            #expect(!webhook.isActive)
            #expect(webhook.reason == "gone")
            #expect(webhook.by == .office)
            let act = try #require(try office.ledger.acts(limit: 1).first?.act)
            #expect(act.name == "webhook.manage")
            #expect(act.by == .office)
            _ = try await office.lodge([try Example.packet("later")])
            try await settle(courier)
            #expect(receiver.messages.count == 1)
            receiver.answer(.answered(status: 200))
            try await office.webhooks.activate(id, true, by: Self.admin)
            try await settle(courier)
            #expect(receiver.messages.count == 2)
        }
    }

    @Test func sendsOnlyWhatIsWantedAndSeen() async throws {
        let receiver = Receiver(.answered(status: 200))
        try await courier(receiver) { office, courier, _ in
            _ = try await office.webhooks.add(
                WebhookOrder(
                    url: "https://a.example/",
                    events: ["item.cancelled"],
                    customer: nil
                ),
                by: Self.admin
            )
            _ = try await office.webhooks.add(
                WebhookOrder(url: "https://b.example/", events: [], customer: "owl"),
                by: Self.admin
            )
            let id = try #require(try await lodge(1, in: office).first?.record.id)
            try await settle(courier)
            #expect(receiver.messages.isEmpty)
            let now = office.clock.now()
            _ = try await office.door.perform { desk in
                try await desk.move(id, to: .cancelled, reason: nil, by: .local, at: now)
            }
            try await settle(courier)
            #expect(receiver.messages.map(\.url) == ["https://a.example/"])
        }
    }

    @Test func sendsAgainWhatIsAskedForOneOrARange() async throws {
        let receiver = Receiver(.answered(status: 200))
        try await courier(receiver) { office, courier, _ in
            let id = try await office.webhooks.add(Self.order, by: Self.admin).webhook.id
            let entries = try await lodge(5, in: office).map(\.entry)
            try await settle(courier)
            try office.webhooks.replay(entries[2], to: id, by: Self.admin)
            try await settle(courier)
            #expect(receiver.ids.count == 6)
            #expect(receiver.ids.last == String(entries[2]))
            let again = try office.webhooks.replay(
                entries[1]...entries[3],
                to: id,
                by: Self.admin
            )
            #expect(again.count == 3)
            #expect(again.next == nil)
            try await settle(courier)
            #expect(receiver.ids.suffix(3).sorted() == entries[1...3].map(String.init).sorted())
            #expect(throws: WebhookRefusal.eventUnknown(999)) {
                try office.webhooks.replay(999, to: id, by: Self.admin)
            }
        }
    }

    @Test func signsWithBothSecretsWhileOneIsRotated() async throws {
        let receiver = Receiver(.answered(status: 200))
        try await courier(receiver) { office, courier, _ in
            let (webhook, old) = try await office.webhooks.add(Self.order, by: Self.admin)
            let new = try await office.webhooks.rotate(webhook.id, by: Self.admin)
            _ = try await office.webhooks.ping(webhook.id, by: Self.admin)
            try await office.webhooks.endRotation(webhook.id, by: Self.admin)
            _ = try await office.webhooks.ping(webhook.id, by: Self.admin)
            let counts = receiver.messages
                .map { $0.header("webhook-signature").split(separator: " ").count }
            #expect(counts == [2, 1])
            #expect(old != new)
            let stored = try office.webhooks.webhook(webhook.id, for: Self.admin).secrets
            #expect(stored == [String(new.dropFirst(6))])
            #expect(try Data(base64Encoded: #require(stored.first))?.count == 24)
        }
    }

    @Test func beginsAgainWhereTheWebhookWasMadeWhenTheSpoolIsLost() async throws {
        let receiver = Receiver(.answered(status: 200))
        try await courier(receiver) { office, courier, _ in
            _ = try await office.webhooks.add(Self.order, by: Self.admin)
            let entries = try await lodge(3, in: office).map(\.entry)
            try await settle(courier)
            try await office.spool.database.write { db in
                try db.execute(sql: "DELETE FROM positions; DELETE FROM waiting")
            }
            try await settle(courier)
            #expect(receiver.ids.count == 6)
            #expect(Set(receiver.ids) == Set(entries.map(String.init)))
        }
    }

    @Test func takesARuinedSpoolForALostOne() async throws {
        let place = try await Workplace()
        let path = place.directory.spool
        try Data(repeating: 7, count: 8192).write(to: URL(filePath: path))
        let spool = try WebhookSpool(path: path)
        #expect(try spool.position(of: "wh_1") == nil)
    }

    @Test func keepsAccountsApart() async throws {
        try await courier(Receiver(.answered(status: 200))) { office, _, _ in
            let fox = Caller(author: .key("k1"), role: .shipper, customer: "fox")
            let owl = Caller(author: .key("k2"), role: .shipper, customer: "owl")
            let order = WebhookOrder(url: "https://a.example/", events: [], customer: "fox")
            let id = try await office.webhooks.add(order, by: fox).webhook.id
            #expect(try office.webhooks.list(for: fox).count == 1)
            #expect(try office.webhooks.list(for: owl).isEmpty)
            #expect(throws: WebhookRefusal.unknown(id)) {
                _ = try office.webhooks.attempts(of: id, limit: 1, for: owl)
            }
            await #expect(throws: WebhookRefusal.unknown(id)) {
                try await office.webhooks.remove(id, by: owl)
            }
            try await office.webhooks.remove(id, by: fox)
            #expect(try office.webhooks.list(for: fox).isEmpty)
        }
    }

    @Test func letsNoMoreWaitThanThereIsRoomFor() async throws {
        let receiver = Receiver(.answered(status: 500))
        try await courier(receiver) { office, courier, _ in
            let id = try await office.webhooks.add(Self.order, by: Self.admin).webhook.id
            try office.spool.add(
                (1...UInt64(WebhookSpool.room)).map { $0 + 1_000_000 },
                to: id,
                due: Moment(milliseconds: Int64.max)
            )
            _ = try await lodge(1, in: office)
            try await settle(courier)
            #expect(receiver.messages.isEmpty)
            try office.spool.clear(id)
            try await settle(courier)
            #expect(receiver.messages.count == 1)
        }
    }
}
