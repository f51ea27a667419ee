import HTTPTypes
package import Hummingbird
import Logging
import Mail
import NIOCore
import Office

/// Turns everything that goes wrong under the API's addresses into a problem of RFC 9457, and says
/// with every answer which request it answers.
///
/// It stands inside whatever sets the language and outside whatever may refuse.
package struct ProblemMiddleware: RouterMiddleware {
    package typealias Context = OfficeContext

    private let site: Site
    private let addresses: APIAddresses
    private let limits: APILimits

    init(_ site: Site, _ addresses: APIAddresses, _ limits: APILimits) {
        self.site = site
        self.addresses = addresses
        self.limits = limits
    }

    package func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        guard APIAddresses.areOurs(request.uri.path) else {
            return try await next(request, context)
        }
        let name = name(of: request)
        var response: Response
        do {
            response = try await next(request, context)
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            let problem = problem(error, request, context, name)
            context.note.change { facts in
                facts.code = problem.code.rawValue
                facts.findings = problem.findingCodes
            }
            response = problem.response(to: name, in: context.language)
        }
        response.headers[.requestID] = name.id
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.vary] = "Accept-Language, Authorization"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private func name(of request: Request) -> RequestName {
        if let name = request.headers[.traceParent].flatMap(RequestName.init(traceparent:)) {
            return name
        }
        return RequestName(drawn: site.office.randomBytes(16))
    }

    private func problem(
        _ error: any Error,
        _ request: Request,
        _ context: OfficeContext,
        _ name: RequestName
    ) -> Problem {
        switch error {
        case let refusal as WebRefusal: return Problem(of: refusal)
        case let refusal as KeyRefusal: return Problem(of: refusal)
        case let refusal as DeskRefusal: return Problem(of: refusal)
        case let refusal as APIRefusal: return Problem(of: refusal)
        case let refusal as WebhookRefusal: return Problem(of: refusal)
        case let refusal as LaneRefusal: return Problem(of: refusal)
        case let refusal as AdvisoryRefusal: return Problem(of: refusal)
        case let error as any HTTPResponseError:
            return problem(error.status, request)
        default:
            // What failed is for the office's own log: paths and causes are nobody else's.
            context.logger.error(
                "the office could not answer",
                metadata: ["request": "\(name.id)", "fault": "\(error)"]
            )
            return Problem(.officeFault)
        }
    }

    /// What the framework refused by itself.
    private func problem(_ status: HTTPResponse.Status, _ request: Request) -> Problem {
        switch status {
        case .notFound:
            let methods = addresses.methods(at: request.uri.path)
            return methods.isEmpty
                ? Problem(.notFound) : Problem(of: APIRefusal.methodNotAllowed(methods))
        case .contentTooLarge: return Problem(of: WebRefusal.bodyTooLarge(limit: limits.items))
        case .requestTimeout: return Problem(.requestTimedOut)
        default:
            guard status.code < 500 else { return Problem(.officeFault) }
            return Problem(.requestMalformed, ["found": status.reasonPhrase])
        }
    }
}
