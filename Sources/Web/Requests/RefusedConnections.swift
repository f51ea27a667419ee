import HTTPTypes
import Mail
import Office

/// Tells of requests that were refused before anybody could look for their route: too large, too
/// slow, or on a connection too many.
package struct RefusedConnections: Sendable {
    private let site: Site

    package init(_ site: Site) {
        self.site = site
    }

    /// Counts and logs the refusal; what the answer shall call the request comes back.
    ///
    /// `request` is its head, where that came whole.
    func tell(_ refusal: ConnectionRefusal, _ request: HTTPRequest?) -> RequestName {
        let office = site.office
        let name = RequestName(drawn: office.randomBytes(16))
        site.telemetry.refused(refusal, name)
        // A head that names the API, or none at all: a page's visitor is no program.
        guard let request, request.path?.hasPrefix("/v1/") == true else { return name }
        let key = key(in: request)
        office.requests.add(
            LoggedRequest(
                at: office.clock.now(),
                key: key?.id,
                customer: key?.customer,
                method: Telemetry.Answer.known(request.method),
                route: Telemetry.Answer.unmatched,
                status: refusal.status.code,
                code: refusal.code,
                findings: [],
                took: 0,
                id: name.id,
                isTraced: request.headerFields[.traceParent] != nil,
                repetition: .none
            )
        )
        return name
    }

    /// The key that came, if it opens the office: nobody writes into another's log.
    private func key(in request: HTTPRequest) -> (id: String, customer: String?)? {
        guard let header = request.headerFields[.authorization],
            let text = try? CallerMiddleware.key(in: header),
            let caller = try? site.office.access.caller(presenting: text),
            case .key(let id) = caller.author
        else { return nil }
        return (id, caller.customer)
    }
}
