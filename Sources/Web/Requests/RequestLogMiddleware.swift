import HTTPTypes
import Hummingbird
import Mail
import Office

/// Puts each request of a program into the request log: its template and its end, never its words.
///
/// It stands outside of whatever may refuse, so that what is refused is logged, too.
struct RequestLogMiddleware: RouterMiddleware {
    typealias Context = OfficeContext

    let office: ServedOffice

    func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path.hasPrefix("/v1/") else { return try await next(request, context) }
        let (at, start) = (office.clock.now(), ContinuousClock.now)
        let response = try await next(request, context)
        let facts = context.note.facts
        guard !facts.isPerson else { return response }
        let answer = Telemetry.Answer(
            method: request.method,
            route: context.endpointPath,
            status: response.status
        )
        office.requests.add(
            LoggedRequest(
                at: at,
                key: facts.key,
                customer: facts.customer,
                method: answer.method,
                route: answer.route,
                status: answer.status,
                code: facts.code,
                findings: facts.findings,
                took: Int64((ContinuousClock.now - start) / .microseconds(1)),
                id: response.headers[.requestID] ?? "",
                isTraced: request.headers[.traceParent] != nil,
                repetition: Self.repetition(request, response)
            )
        )
        return response
    }

    private static func repetition(
        _ request: Request,
        _ response: Response
    ) -> LoggedRequest.Repetition {
        guard request.headers[.idempotencyKey] != nil else { return .none }
        return response.headers[.idempotentReplayed] == nil ? .first : .replay
    }
}
