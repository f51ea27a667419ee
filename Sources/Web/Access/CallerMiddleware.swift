package import Hummingbird
package import Office

/// Finds out who asks.
///
/// It refuses nobody: what anyone may see is seen with a wrong key, too. Whoever needs a caller
/// asks with ``Site/require(_:_:object:)``; what was wrong with the key stands in the context.
package struct CallerMiddleware: RouterMiddleware {
    package typealias Context = OfficeContext

    private let office: ServedOffice

    package init(_ office: ServedOffice) {
        self.office = office
    }

    @concurrent package func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let header = request.headers[.authorization] {
            do {
                context.caller = try office.access.caller(presenting: Self.key(in: header))
            } catch let refusal as KeyRefusal {
                context.keyRefusal = refusal
            }
        }
        return try await next(request, context)
    }

    /// The key of `Bearer KEY`; the scheme in any case (RFC 9110 §11.1).
    private static func key(in header: String) throws(KeyRefusal) -> String {
        let words = header.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer" else { throw .malformed }
        return String(words[1].drop { $0 == " " })
    }
}
