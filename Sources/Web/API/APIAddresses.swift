import HTTPTypes
import Hummingbird

/// The addresses of the API with the methods that each takes.
struct APIAddresses: Sendable {
    private let addresses: [(segments: [Substring], method: HTTPRequest.Method)]

    init(_ routes: [APIRoute]) {
        addresses = routes.map { (Self.segments($0.path), $0.method) }
    }

    /// Whether the API answers there: all of `/v1`, and what describes it.
    static func areOurs(_ path: String) -> Bool {
        path == "/v1" || path.hasPrefix("/v1/") || path == "/openapi.yaml" || path == "/docs"
    }

    /// The methods that are answered at that path; none where nothing is.
    func methods(at path: String) -> [String] {
        let found = Self.segments(path)
        let methods =
            addresses.filter { address in
                address.segments.count == found.count
                    && zip(address.segments, found).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
            }
            .map(\.method.rawValue)
        return Set(methods.contains("GET") ? methods + ["HEAD"] : methods).sorted()
    }

    private static func segments(_ path: String) -> [Substring] { path.split(separator: "/") }
}

/// One address and method of the API, with what answers.
struct APIRoute: Sendable {
    typealias Handler = @Sendable (Request, OfficeContext) async throws -> Response

    let method: HTTPRequest.Method
    /// With parameters in braces, as the API's description has it.
    let path: String
    let handler: Handler

    init(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
        self.method = method
        self.path = path
        self.handler = handler
    }
}
