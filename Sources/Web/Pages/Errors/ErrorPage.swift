import HTTPTypes
import Hummingbird
import Logging
import Mail
import Office

/// What a person reads when a request is refused or fails: what happened to what was sent, and what
/// to do, without excuses.
struct ErrorPage {
    private let visit: Visit
    private var words: WordList { visit.words }

    init(_ visit: Visit) {
        self.visit = visit
    }

    func answer(_ error: any Error) throws -> Response {
        switch error {
        case let refusal as WebRefusal: try answer(refusal)
        case is KeyRefusal: try answer(.unauthenticated)
        case let refusal as DeskRefusal: try answer(refusal)
        case let refusal as HTTPError where refusal.status == .notFound: try notFound()
        case let refusal as HTTPError where refusal.status == .contentTooLarge:
            try tooLarge(FormValues.limit)
        case let refusal as HTTPError where refusal.status.kind == .clientError:
            try problem("malformed", ["malformed_1"], refusal.status)
        case let refusal as AccessRefusal where refusal.isOfTheUnknown: try notFound()
        case is WebhookRefusal: try notFound()
        case is AccessRefusal: try problem("malformed", ["malformed_1"], .conflict)
        case let fault as OfficeFault: try self.fault(fault.code.rawValue)
        default: try fault("internal")
        }
    }

    private func answer(_ refusal: WebRefusal) throws -> Response {
        switch refusal {
        case .unauthenticated: try signIn()
        case .notPermitted: try problem("forbidden", ["forbidden_1", "forbidden_2"], .forbidden)
        case .notFound: try notFound()
        case .bodyTooLarge(let limit): try tooLarge(limit)
        case .bodyMalformed, .preconditionMissing:
            try problem("malformed", ["malformed_1"], .badRequest)
        case .mediaTypeUnsupported:
            try problem("malformed", ["malformed_1"], .unsupportedMediaType)
        case .csrf: try problem("stale", ["stale_1", "stale_2"], .forbidden)
        case .rateLimited(let seconds): try limited(seconds)
        case .timedOut: try problem("malformed", ["malformed_1"], .requestTimeout)
        }
    }

    private func answer(_ refusal: DeskRefusal) throws -> Response {
        switch refusal {
        case .closing:
            try problem(
                "closing",
                ["closing_1", "closing_2", "closing_3"],
                .serviceUnavailable,
                retryAfter: 30
            )
        case .journalDamaged:
            try problem("mending", ["mending_1", "mending_2"], .serviceUnavailable, retryAfter: 10)
        case .busy: try problem("busy", ["busy_1"], .serviceUnavailable, retryAfter: 1)
        case .vaultUnavailable:
            try problem("vault", ["vault_1", "vault_2"], .serviceUnavailable, retryAfter: 5)
        case .notYetBack:
            try problem(
                "not_back",
                ["not_back_1", "not_back_2"],
                .serviceUnavailable,
                retryAfter: 60
            )
        case .notPermitted: try problem("forbidden", ["forbidden_1", "forbidden_2"], .forbidden)
        case .itemUnknown, .draftUnknown, .draftExpired, .draftBound: try notFound()
        case .requestReused, .versionStale, .moveIllegal, .numberWouldChange, .customerNotYours,
            .findings:
            try problem("malformed", ["malformed_1"], .conflict)
        }
    }

    private func notFound() throws -> Response {
        try problem("not_found", ["not_found_1", "not_found_2"], .notFound)
    }

    private func tooLarge(_ limit: Int) throws -> Response {
        let values = ["limit": ByteCount.text(limit)]
        return try page(
            "too_large_title",
            .contentTooLarge,
            ["too_large_1", "too_large_2"],
            values
        )
    }

    private func limited(_ seconds: Int) throws -> Response {
        var response = try page(
            "limited_title",
            .tooManyRequests,
            ["limited_1"],
            ["seconds": String(seconds)]
        )
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    private func fault(_ code: String) throws -> Response {
        visit.context.logger.error("page failed", metadata: ["code": "\(code)"])
        return try page(
            "fault_title",
            .internalServerError,
            ["fault_1", "fault_2"],
            ["code": code]
        )
    }

    /// Whoever is not signed in is asked to be, and comes back; a form that was sent is not.
    private func signIn() throws -> Response {
        guard visit.request.method == .get else {
            return try problem("stale", ["stale_1", "stale_2"], .unauthorized)
        }
        return visit.redirect(to: SiteMap.signIn.path(query: [("next", visit.request.uri.path)]))
    }

    private func problem(
        _ name: String,
        _ paragraphs: [String],
        _ status: HTTPResponse.Status,
        retryAfter: Int? = nil
    ) throws -> Response {
        var response = try page("\(name)_title", status, paragraphs)
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        return response
    }

    private func page(
        _ title: String,
        _ status: HTTPResponse.Status,
        _ paragraphs: [String],
        _ values: [String: String] = [:]
    ) throws -> Response {
        try visit.answer(
            Page(
                template: "problem",
                title: words(title),
                values: ["paragraphs": paragraphs.map { words($0, values) }],
                status: status,
                isCalm: true
            )
        )
    }
}

/// Numbers of bytes as people say them.
enum ByteCount {
    static func text(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
    }
}
