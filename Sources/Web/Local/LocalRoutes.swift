import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// What commands on the machine ask of the office while it is served; on the local socket alone.
///
/// Whoever reaches the socket is the user whose files the office is, and could write them directly.
package struct LocalRoutes {
    private let site: Site

    /// Bytes of a request: a batch of rows.
    package static let limit = 256 << 20

    init(_ site: Site) {
        self.site = site
    }

    func add(to router: Router<OfficeContext>) {
        router.add(middleware: LocalCaller())
        let office = site.office
        let group = router.group("local/v1")
        group.add(middleware: LocalFaults())
        group.get("office") { _, _ in
            Self.answer(.members([("version", .string(Release.version))]))
        }
        // Everything recorded before this is in the ledger when it is answered.
        group.post("settle") { _, _ in
            try await office.door.perform { _ in }
            return Self.answer(.members([]))
        }
        group.post("lodgements") { request, _ in
            let lodgings = try LocalWire.lodgings(try await Self.body(request))
            return Self.answer(LocalWire.outcomes(try await office.lodge(lodgings)))
        }
        group.post("entries") { request, _ in
            let entries = try LocalWire.entries(try await Self.body(request))
            let now = office.clock.now()
            try await office.door.perform { desk in try await desk.record(entries, at: now) }
            return Self.answer(.members([]))
        }
        group.post("access") { request, _ in
            let order = try LocalWire.order(try await Self.body(request))
            let (random, now) = (office.random, office.clock.now())
            do {
                let answer = try await office.door.perform { desk in
                    try await desk.perform(order, random: random, at: now)
                }
                return Self.answer(LocalWire.answer(answer))
            } catch let refusal as OrderRefusal {
                return Self.answer(LocalWire.refusal(refusal), .conflict)
            }
        }
        group.post("lanes") { request, _ in
            let order = try LocalWire.laneOrder(try await Self.body(request))
            let now = office.clock.now()
            do {
                let answer = try await office.door.perform { desk in
                    try await desk.perform(order, at: now)
                }
                return Self.answer(LocalWire.answer(answer))
            } catch let refusal as LaneRefusal {
                let json = LocalWire.refusal(OrderRefusal(refusal))
                return Self.answer(json, .conflict)
            }
        }
        group.post("advisories") { request, _ in
            let order = try LocalWire.advisoryOrder(try await Self.body(request))
            do {
                return Self.answer(LocalWire.answer(try await office.perform(order)))
            } catch let refusal as AdvisoryRefusal {
                let json = LocalWire.refusal(OrderRefusal(refusal))
                return Self.answer(json, .conflict)
            }
        }
        group.post("numbers") { request, _ in
            let range = try LocalWire.range(try await Self.body(request))
            let now = office.clock.now()
            try await office.door.perform { desk in
                try await OfficeSetup.load(range, on: &desk, at: now)
            }
            return Self.answer(.members([]))
        }
    }

    private static func body(_ request: Request) async throws -> JSONValue {
        let buffer = try await request.body.collect(upTo: limit)
        return try JSONReader.read(Array(buffer.readableBytesView))
    }

    static func answer(_ json: JSONValue, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: JSONText.write(json)))
        )
    }
}

/// Whoever comes through the local socket is whoever may run commands here.
private struct LocalCaller: RouterMiddleware {
    func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.caller = .local
        return try await next(request, context)
    }
}

/// Faults go back as they are: the command says them as if it had met them itself.
private struct LocalFaults: RouterMiddleware {
    func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let fault as OfficeFault {
            return LocalRoutes.answer(LocalWire.fault(fault), .conflict)
        }
    }
}
