import Hummingbird
import Logging

/// The framework alone: a body is decoded, and sent back encoded.
enum EchoServer {
    /// Serves while `body` runs, which is given the address.
    static func serving<Value: Sendable>(
        _ body: @escaping @Sendable (String) async throws -> Value
    ) async throws -> Value {
        let (ports, told) = AsyncStream<Int>.makeStream()
        let router = Router()
        router.post("echo") { request, context -> EchoItem in
            try await request.decode(as: EchoItem.self, context: context)
        }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { told.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "echo") { _ in SwiftLogNoOpLogHandler() }
        )
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            var port = 0
            for await running in ports {
                port = running
                break
            }
            let value = try await body("http://127.0.0.1:\(port)/")
            group.cancelAll()
            return value
        }
    }
}

/// The lodgement as a framework's user would declare it.
private struct EchoItem: ResponseCodable {
    struct Party: Codable {
        let name: String
        let company: String?
        let lines: [String]
        let locality: String
        let postcode: String
        let country: String
        let email: String?
        let phone: String
    }

    struct Contents: Codable {
        struct Line: Codable {
            let description: String
            let quantity: Int
            let lineNetWeight: Int
            let lineValue: String
            let currency: String
            let tariffCode: String
            let origin: String
        }

        let nature: String
        let lines: [Line]
        let invoice: String
    }

    let reference: String
    let product: String
    let senderKind: String
    let sender: Party
    let addressee: Party
    let grossWeight: Int
    let contents: Contents
    let dutiesPaidBy: String
    let onNonDelivery: String
}
