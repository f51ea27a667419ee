package import Hummingbird
package import Mail

/// Which of the five languages a request is answered in.
///
/// What was chosen on a page counts first (`?lang=`, then the cookie that remembers it), then what
/// the browser asks for; English where nothing fits.
package enum LanguageChoice {
    static let cookie = "posthorn_language"

    package static func of(_ request: Request) -> Language {
        kept(request) ?? preferred(request.headers[.acceptLanguage] ?? "") ?? .english
    }

    /// The language that was chosen on a page, now or earlier.
    static func kept(_ request: Request) -> Language? {
        chosen(request) ?? request.cookies[cookie].flatMap { Language(rawValue: $0.value) }
    }

    /// The language asked for in the address.
    static func chosen(_ request: Request) -> Language? {
        request.uri.queryParameters["lang"].flatMap { Language(rawValue: String($0)) }
    }

    /// The best of an `Accept-Language` header (RFC 9110 §12.5.4); the first of equal weights.
    static func preferred(_ header: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for part in header.split(separator: ",").prefix(32) {
            let pieces = part.split(separator: ";")
            guard let range = pieces.first.flatMap({ String($0).trimmed?.lowercased() }),
                let code = range.split(separator: "-").first,
                let language = Language(rawValue: String(code))
            else { continue }
            let weight =
                pieces.dropFirst().compactMap { String($0).trimmed }
                .first { $0.hasPrefix("q=") }
                .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > 0, weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }
}

/// Sets the language of a request, and remembers one that was chosen.
package struct LanguageMiddleware: RouterMiddleware {
    package typealias Context = OfficeContext

    package init() {}

    @concurrent package func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = LanguageChoice.of(request)
        var response = try await next(request, context)
        if let chosen = LanguageChoice.chosen(request) {
            response.remember(LanguageChoice.cookie, chosen.rawValue)
        }
        return response
    }
}

extension Response {
    /// Keeps a choice of how pages look in the browser for a year; it names nobody.
    mutating func remember(_ name: String, _ value: String) {
        let cookie = Cookie(
            name: name,
            value: value,
            maxAge: 31_536_000,
            path: "/",
            httpOnly: true,
            sameSite: .lax
        )
        headers.append(.init(name: .setCookie, value: cookie.description))
    }
}
