import HTTPTypes
import Hummingbird
import Logging
import Mail
import Office

/// Logs and counts each request by its route; never its body, its query or whom it is about.
///
/// It is the outermost of a router's middleware, and so answers what nobody else made an answer of.
struct RequestRecord<Context: RequestContext>: RouterMiddleware {
    let telemetry: Telemetry

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        telemetry.begin()
        var response: Response
        var failure: (any Error)?
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        } catch {
            failure = error
            response = Self.answer(to: error)
        }
        let answer = Telemetry.Answer(
            method: request.method,
            route: context.endpointPath,
            status: response.status
        )
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        telemetry.end(answer, seconds: seconds)
        log(answer, seconds, failure, context)
        return response
    }

    private func log(
        _ answer: Telemetry.Answer,
        _ seconds: Double,
        _ failure: (any Error)?,
        _ context: Context
    ) {
        let level: Logger.Level = answer.status >= 500 ? .error : .info
        guard level >= telemetry.logger.logLevel else { return }
        var metadata: Logger.Metadata = [
            "method": .string(answer.method), "route": .string(answer.route),
            "status": .stringConvertible(answer.status),
            "milliseconds": .stringConvertible((seconds * 10_000).rounded() / 10),
            "request": .string(context.id),
        ]
        // Its type and code alone: what an error says may quote the request.
        if let failure { metadata["error"] = .string(Self.name(failure)) }
        telemetry.logger.log(level: level, "request", metadata: metadata)
    }

    private static func name(_ error: any Error) -> String {
        if let fault = error as? OfficeFault { return "office " + fault.code.rawValue }
        return "\(type(of: error))"
    }

    /// The last resort: a problem without a word of what went wrong inside.
    private static func answer(to error: any Error) -> Response {
        let isBusy =
            switch error as? DeskRefusal {
            case .busy, .closing: true
            default: false
            }
        let status: HTTPResponse.Status = isBusy ? .serviceUnavailable : .internalServerError
        let problem = JSONText.write(
            .members([
                ("type", .string("about:blank")), ("title", .string(status.reasonPhrase)),
                ("status", .integer(status.code)),
                ("code", .string(isBusy ? "busy" : "internal")),
                (
                    "detail",
                    .string(
                        isBusy
                            ? "The office has more to do than it takes on. Try again in a moment."
                            : "Something went wrong in the office. Its log says more."
                    )
                ),
            ])
        )
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if isBusy { headers[.retryAfter] = "1" }
        return Response(
            status: status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: problem))
        )
    }
}
