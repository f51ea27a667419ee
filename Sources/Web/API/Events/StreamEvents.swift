import HTTPTypes
import Hummingbird
import Ledger
import Mail
import NIOCore
import Office

/// Answers `GET /v1/events/stream`: events as they happen (server-sent events).
///
/// A client that comes back says what it saw last and misses nothing.
extension APIRoutes {
    func streamEvents(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.eventRead, context)
        let query = try Query(request, allowing: ["after"])
        let asked = try query.value("after", expected: "an event's id", EventNumber.read)
        var start = try asked ?? site.office.ledger.newestEvent()
        if let field = request.headers[.lastEventID], !field.isEmpty {
            guard let last = EventNumber.read(field) else {
                throw APIRefusal.headerInvalid(
                    name: "Last-Event-ID",
                    expected: "an event's id",
                    found: field
                )
            }
            start = last
        }
        let stream = EventStream(office: site.office, caller: caller, start: start)
        let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody { writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    try await stream.write(to: &writer)
                }
            }
        )
    }
}

/// One client's stream of events, until it goes away or the office closes.
struct EventStream: Sendable {
    private static let page = 500
    /// Proxies give a silent connection up after half a minute or more.
    private static let heartbeat = Duration.seconds(15)

    let office: ServedOffice
    let caller: Caller
    /// The event after which it begins; from the first one where there is none.
    let start: UInt64?

    @concurrent
    func write(to writer: inout any ResponseBodyWriter) async throws {
        // Listening begins before the first look, so that nothing falls between the two.
        try await StreamSignals(office.bell.listen(), beat: Self.heartbeat)
            .run(to: &writer) { signals, writer in
                try await writer.write(
                    ByteBuffer(string: "retry: 2000\n: this is the beginning\n\n")
                )
                var last = try await tell(after: start, to: &writer)
                for await signal in signals {
                    switch signal {
                    case .beat: try await writer.write(ByteBuffer(string: ": still here\n\n"))
                    case .bell: last = try await tell(after: last, to: &writer)
                    }
                }
            }
    }

    /// Writes everything after an event; returns the newest written.
    @concurrent
    private func tell(
        after last: UInt64?,
        to writer: inout any ResponseBodyWriter
    ) async throws -> UInt64? {
        var last = last
        while true {
            let rows = try office.ledger.events(
                after: last,
                customer: caller.customer,
                limit: Self.page
            )
            guard let newest = rows.last else { return last }
            var buffer = ByteBuffer()
            for row in rows {
                let message = EventMessage(row, origin: office.book.origin)
                buffer.writeString("id: \(message.id)\nevent: \(row.kind)\ndata: ")
                buffer.writeBytes(message.bytes)
                buffer.writeString("\n\n")
            }
            try await writer.write(buffer)
            last = newest.entry
        }
    }
}
