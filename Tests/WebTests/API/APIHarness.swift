import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Mail
import NIOCore
import Office
import Testing

@testable import Web

/// An office of a test's own with the API in front of it, and callers that need no keys.
struct APIHarness: Sendable {
    static let now = Moment(milliseconds: 1_795_000_000_000)
    let office: ServedOffice
    let client: any TestClientProtocol

    /// An office that was made once; each test works in a copy.
    private static let made = Task {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-api-\(ProcessInfo.processInfo.processIdentifier)").path
        // What a process of that number left behind.
        try? FileManager.default.removeItem(atPath: root)
        let profile = OfficeProfile(
            operatorName: "Test Post",
            country: try #require(Country("GB")),
            language: .english,
            mode: .test
        )
        try await OfficeSetup.make(OfficeDirectory(root), profile, clock: OfficeClock { Self.now })
        return root
    }

    /// Runs a test against an office at work, and closes it behind.
    static func serving(
        limits: APILimits = APILimits(),
        live: Bool = false,
        _ body: @Sendable (APIHarness) async throws -> Void
    ) async throws {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-api-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let directory = OfficeDirectory(root)
        let clock = OfficeClock { Self.now }
        try FileManager.default.copyItem(atPath: try await Self.made.value, toPath: root)
        let (office, writer) = try await ServedOffice.open(directory, clock: clock)
        async let done: Void = writer.run()
        do {
            let application = Application(
                router: Self.router(office, limits),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            try await application.test(live ? .live : .router) { client in
                try await body(APIHarness(office: office, client: client))
            }
        } catch {
            office.door.close()
            try await done
            throw error
        }
        office.door.close()
        try await done
    }

    static func router(_ office: ServedOffice, _ limits: APILimits) -> Router<OfficeContext> {
        let router = Router(context: OfficeContext.self)
        let api = APIRoutes(Site(office: office), limits: limits)
        router.add(middleware: TestLanguage())
        router.add(middleware: api.problems)
        router.add(middleware: TestCaller())
        api.add(to: router)
        return router
    }

    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var json: JSONValue {
            get throws { try JSONReader.read(bytes) }
        }
    }

    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        as caller: String? = "fox",
        headers: HTTPFields = [:],
        _ body: String? = nil
    ) async throws -> Answer {
        try await ask(
            method,
            path,
            as: caller,
            headers: headers,
            bytes: body.map { Array($0.utf8) }
        )
    }

    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        as caller: String?,
        headers: HTTPFields,
        bytes: [UInt8]?
    ) async throws -> Answer {
        var headers = headers
        if let caller { headers[.authorization] = "Bearer " + caller }
        if bytes != nil, headers[.contentType] == nil {
            headers[.contentType] = "application/json"
        }
        return try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: bytes.map { ByteBuffer(bytes: $0) }
        ) { response in
            Answer(
                status: response.status.code,
                headers: response.headers,
                bytes: Array(response.body.readableBytesView)
            )
        }
    }

    /// Lodges a packet and returns its number.
    func lodged(_ reference: String, as caller: String = "fox") async throws -> String {
        let answer = try await ask(
            .post,
            "/v1/items",
            as: caller,
            APIExample.packet(reference)
        )
        return try #require(try answer.json["item"]?.text, "\(answer.text)")
    }
}

/// Lets a bearer's word say who calls.
private struct TestCaller: RouterMiddleware {
    typealias Context = OfficeContext

    static let callers: [String: Caller] = [
        "fox": Caller(author: .key("fox"), role: .shipper, customer: "fox"),
        "owl": Caller(author: .key("owl"), role: .shipper, customer: "owl"),
        "clerk": Caller(author: .staff("ada"), role: .clerk),
        "auditor": Caller(author: .staff("eve"), role: .auditor),
        "commander": Caller(author: .staff("ada"), role: .commander),
        "second": Caller(author: .staff("ben"), role: .commander),
        "admin": Caller(author: .local, role: .admin),
    ]

    func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let name = request.headers[.authorization]?.split(separator: " ").last.map(String.init)
        context.caller = name.flatMap { Self.callers[$0] }
        return try await next(request, context)
    }
}

private struct TestLanguage: RouterMiddleware {
    typealias Context = OfficeContext

    func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = request.headers[.acceptLanguage].flatMap(Language.init) ?? .english
        return try await next(request, context)
    }
}

enum APIExample {
    /// Goods that every rule accepts.
    static func packet(_ reference: String?, quantity: Int = 2) -> String {
        """
        {\(reference.map { "\"reference\":\"\($0)\"," } ?? "")"product":"packet-tracked",
        "senderKind":"business",
        "sender":{"name":"Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds",
        "postcode":"LS1 4AP","country":"GB","phone":"+441130000000"},
        "addressee":{"name":"Zoë Łukasiewicz","lines":["ul. Długa 5/7"],"locality":"Kraków",
        "postcode":"31-147","country":"PL","phone":"+48120000000"},"grossWeight":850,
        "contents":{"nature":"sale","lines":[{"description":"Knitted cotton jumper",
        "quantity":\(quantity),"lineNetWeight":700,"lineValue":"58.00","currency":"GBP",
        "tariffCode":"611020","origin":"GB","sku":"FK-22","manufacturerID":"GB-FOX"}]}}
        """
    }
}
