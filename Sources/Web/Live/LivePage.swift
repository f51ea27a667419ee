import HTTPTypes
import Hummingbird
import Mail
import Office

/// The streams that pages follow: of our own pages alone, for whoever is signed in there.
struct LivePage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.live.route) { request, context in
            try await follow(Visit(site, request, context))
        }
    }

    private func follow(_ visit: Visit) async throws -> Response {
        // Another site's page could open streams until no seat is left, and read none of them.
        guard !CrossSite.madeIt(visit.request) else { return Response(status: .forbidden) }
        // A page that is no longer signed in must not be led to the form: it stops by this status.
        guard visit.context.session != nil, let token = SessionCookie.token(in: visit.request)
        else { return Response(status: .unauthorized) }
        let name = try visit.context.parameters.require("topic")
        guard let topic = LiveTopics.topic(name, of: visit.query("of")) else {
            throw WebRefusal.notFound
        }
        let caller = try await visit.require(topic.permission, object: topic.object)
        let start = try start(visit) ?? topic.version(site.office, for: caller)
        var headers: HTTPFields = [.cacheControl: "no-store"]
        guard visit.request.method != .head else { return Response(status: .ok, headers: headers) }
        guard let seat = site.live.enter(caller.author) else {
            headers[.retryAfter] = "60"
            return Response(status: .serviceUnavailable, headers: headers)
        }
        let (office, request) = (site.office, visit.request)
        let stream = LiveStream(
            office: office,
            topic: topic,
            caller: caller,
            start: start,
            pace: LiveStream.Pace(rest: topic.rest)
        ) {
            (try? office.access.session(token, isUse: false))??.caller == caller
        }
        headers[.contentType] = "text/event-stream"
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await stream.write(to: &writer)
                }
                withExtendedLifetime(seat) {}
            }
        )
    }

    /// What the page saw last: its stream says so when it comes back, its address at first.
    private func start(_ visit: Visit) -> UInt64? {
        visit.request.headers[.lastEventID].flatMap { UInt64($0) }
            ?? visit.query("after").flatMap { UInt64($0) }
    }
}

/// A page that asks for itself again because its stream told it to.
enum LiveRequest {
    private static let field = HTTPField.Name("Posthorn-Live")

    static func isOne(_ request: Request) -> Bool {
        field.flatMap { request.headers[$0] } != nil
            || request.uri.path.hasPrefix("/live/")
    }
}
