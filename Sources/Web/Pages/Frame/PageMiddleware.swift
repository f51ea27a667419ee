import HTTPTypes
import Hummingbird
import Mail
import Office

/// Gives every page its security headers, and an error its page.
///
/// The API has its own errors: what is below `/v1` or describes it passes through.
struct PageMiddleware: RouterMiddleware {
    typealias Context = OfficeContext

    let site: Site

    /// Nothing from elsewhere, no script or style but our own files, nobody's frame.
    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    @concurrent func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        guard !APIAddresses.areOurs(request.uri.path) else {
            return try await next(request, context)
        }
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = try ErrorPage(Visit(site, request, context)).answer(error)
        }
        response.headers.setIfAbsent(.contentSecurityPolicy, Self.policy)
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers.setIfAbsent(.referrerPolicy, "same-origin")
        response.headers.setIfAbsent(.crossOriginOpenerPolicy, "same-origin")
        response.headers.setIfAbsent(.crossOriginResourcePolicy, "same-origin")
        response.headers.setIfAbsent(
            .permissionsPolicy,
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        )
        return response
    }
}

extension HTTPFields {
    fileprivate mutating func setIfAbsent(_ name: HTTPField.Name, _ value: String) {
        if self[name] == nil { self[name] = value }
    }
}

extension HTTPField.Name {
    static let referrerPolicy = named("Referrer-Policy")
    static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = named("Permissions-Policy")

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else {
            preconditionFailure("\(text) is no name of a header")
        }
        return name
    }
}
