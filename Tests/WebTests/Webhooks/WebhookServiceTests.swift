import Foundation
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import Mail
import ServiceLifecycle
import Synchronization
import Testing

@testable import Office
@testable import Web

@Suite("Webhooks over the network")
struct WebhookServiceTests {
    /// What a receiver on this machine was sent, by path.
    final class Inbox: Sendable {
        private let paths = Mutex<[String]>([])

        func add(_ path: String) { paths.withLock { $0.append(path) } }

        var all: [String] { paths.withLock { $0 } }
    }

    /// A receiver that listens on a port of its own.
    private func receiving(
        _ body: @escaping @Sendable (Int, Inbox) async throws -> Void
    ) async throws {
        let inbox = Inbox()
        let router = Router()
        for path in ["taken", "moved", "broken"] {
            router.post(RouterPath(path)) { request, _ -> Response in
                inbox.add(path + " " + (request.headers[.init("webhook-id") ?? .accept] ?? ""))
                switch path {
                case "taken": return Response(status: .noContent)
                case "moved": return .redirect(to: "/taken", type: .temporary)
                default: return Response(status: .internalServerError)
                }
            }
        }
        try await Application(router: router)
            .test(.live) { client in try await body(client.port ?? 0, inbox) }
    }

    private func send(_ url: String, _ settings: WebhookSettings) async -> DeliveryMachine.Outcome {
        // A machine that runs every test at once takes its time.
        await WebhookPost.network(settings, seconds: 600)
            .send(WebhookPost.Message(url: url, headers: [("webhook-id", "7")], body: [123, 125]))
    }

    @Test func followNoRedirect() async throws {
        try await receiving { port, inbox in
            let settings = WebhookSettings(allowsPrivateAddresses: true)
            let base = "http://127.0.0.1:\(port)/"
            #expect(await send(base + "taken", settings) == .answered(status: 204))
            #expect(await send(base + "moved", settings) == .answered(status: 307))
            #expect(await send(base + "broken", settings) == .answered(status: 500))
            #expect(inbox.all == ["taken 7", "moved 7", "broken 7"])
        }
    }

    @Test(
        "do not reach this machine unless the operator says so",
        arguments: ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1"]
    )
    func areKeptOut(_ host: String) async throws {
        try await receiving { port, inbox in
            let outcome = await send("http://\(host):\(port)/taken", WebhookSettings())
            let expected: [DeliveryMachine.Outcome] = [
                .failed(.addressForbidden), .failed(.nameUnresolved), .failed(.addressMalformed),
            ]
            #expect(expected.contains(outcome), "\(outcome)")
            #expect(inbox.all.isEmpty)
        }
    }

    @Test func sayWhyNothingCameBack() async throws {
        let settings = WebhookSettings(allowsPrivateAddresses: true)
        // The discard port: nothing listens there.
        #expect(await send("http://127.0.0.1:9/", settings) == .failed(.connectionFailed))
        #expect(await send("http://no.such.name.invalid/", settings) == .failed(.nameUnresolved))
        #expect(await send("mailto:ada", settings) == .failed(.addressMalformed))
    }

    @Test(.timeLimit(.minutes(30)))
    func goOutWhenTheBellRings() async throws {
        try await receiving { port, inbox in
            let settings = WebhookSettings(allowsPrivateAddresses: true)
            try await AccessPlace.run(post: .network(settings)) { place, _ in
                let url = "http://127.0.0.1:\(port)/taken"
                let order = WebhookOrder(url: url, events: [], customer: nil)
                _ = try await place.office.webhooks.add(order, by: .local)
                let service = WebhookService(place.office, logger: Logger(label: "test"))
                let running = Task { try await service.run() }
                let rows = [try place.lodging("order-1")]
                let item = try #require(try await place.office.lodge(rows).first?.item)
                while inbox.all.isEmpty { await Task.yield() }
                running.cancel()
                try await running.value
                #expect(inbox.all.first == "taken \(item.entry)")
            }
        }
    }
}
