import HTTPTypes
package import Hummingbird
import Mail
package import Office

/// Finds out who asks: a program by its key, a person by the session's cookie.
///
/// It refuses nobody: what anyone may see is seen with a wrong key, too. Whoever needs a caller
/// asks with ``Site/require(_:_:object:)``; what was wrong with the key stands in the context.
package struct CallerMiddleware: RouterMiddleware {
    package typealias Context = OfficeContext

    private static let visitorCookie = "posthorn_form"
    static let tokenField = HTTPField.Name("X-CSRF-Token")

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
                let caller = try office.access.caller(presenting: Self.key(in: header))
                context.caller = caller
                if case .key(let id) = caller.author {
                    context.note.change { ($0.key, $0.customer) = (id, caller.customer) }
                }
            } catch let refusal as KeyRefusal {
                context.keyRefusal = refusal
                context.note.change { $0.key = refusal.key }
            }
            return try await next(request, context)
        }
        if let token = SessionCookie.token(in: request),
            let session = try office.access.session(token, isUse: !LiveRequest.isOne(request))
        {
            context.note.change { $0.isPerson = true }
            if Self.isTrusted(request, session) {
                context.session = session
                context.caller = session.caller
                context.language = session.account.language
            }
            context.csrf = session.csrf
            return try await next(request, context)
        }
        return try await asVisitor(request, context, next)
    }

    /// Whether the person, and no other site, had the browser send the request.
    ///
    /// A cookie comes with whatever a browser sends, so what changes something must be our own
    /// page's doing: never another site's, and under `/v1` with the token in a header, which no
    /// form can send. A page's form brings it as a field (``Site/requireCSRF(_:_:)``).
    private static func isTrusted(_ request: Request, _ session: Session) -> Bool {
        if CrossSite.changesNothing(request) { return true }
        if CrossSite.madeIt(request) { return false }
        guard request.uri.path.hasPrefix("/v1/") else { return true }
        return session.hasToken(tokenField.flatMap { request.headers[$0] })
    }

    /// A visitor's forms bring back what a cookie of their own says, too (double submit).
    private func asVisitor(
        _ request: Request,
        _ context: OfficeContext,
        _ next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let known = request.cookies[Self.visitorCookie].map(\.value)
        let token = known.flatMap { VisitorToken.isOne($0) ? $0 : nil }
        let fresh = token == nil ? VisitorToken.make(office.random) : nil
        context.csrf = token ?? fresh
        var response = try await next(request, context)
        if let fresh, response.headers[.contentType]?.hasPrefix("text/html") == true {
            response.setCookie(
                Cookie(
                    name: Self.visitorCookie,
                    value: fresh,
                    path: "/",
                    secure: await context.isUnderTLS,
                    httpOnly: true,
                    sameSite: .lax
                )
            )
        }
        return response
    }

    /// The key of `Bearer KEY`; the scheme in any case (RFC 9110 §11.1).
    static func key(in header: String) throws(KeyRefusal) -> String {
        let words = header.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer" else { throw .malformed }
        return String(words[1].drop { $0 == " " })
    }
}
