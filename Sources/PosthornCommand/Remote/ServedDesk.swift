import Ledger
import Mail
import Office

/// The desk of an office that is served on this machine: what is to be recorded goes there, what is
/// to be read is read here.
struct ServedDesk: RecordingDesk {
    let view: OfficeView
    private let client: OfficeClient

    var ledger: LedgerStore { view.ledger }
    var profile: OfficeProfile { view.profile }

    /// The desk of that office while it is served, or nothing.
    static func find(_ directory: OfficeDirectory) async throws -> ServedDesk? {
        try OfficeReading.requireOffice(directory)
        let socket = try LocalSocket(directory)
        guard socket.isServed else { return nil }
        let client = OfficeClient(socket, of: directory)
        // What was recorded before this command is then in the ledger.
        _ = try await client.good(.post, "/local/v1/settle")
        return ServedDesk(view: try OfficeView(served: directory), client: client)
    }

    func lodge(
        _ results: [CheckStep.Result],
        at now: Moment
    ) async throws -> [LodgeOutcome] {
        // Checked again there: what comes through a socket proves nothing.
        let body = LocalWire.lodgings(results.map(\.lodging))
        let answer = try await client.good(.post, "/local/v1/lodgements", body)
        return try LocalWire.outcomes(try answer.json())
    }

    func record(_ entries: [Entry], at now: Moment) async throws {
        guard !entries.isEmpty else { return }
        _ = try await client.good(.post, "/local/v1/entries", LocalWire.entries(entries))
    }

    /// - Throws: `OrderRefusal` in the writer's words.
    func perform(_ order: AccessOrder) async throws -> AccessAnswer {
        let answer = try await client.ask(.post, "/local/v1/access", LocalWire.order(order))
        if let json = try? answer.json(), let refusal = LocalWire.refusal(json) { throw refusal }
        guard answer.isGood else { throw RemoteProblem(answer).failure }
        return try LocalWire.answer(try answer.json())
    }

    /// - Throws: `OrderRefusal` in the writer's words.
    func perform(_ order: LaneOrder) async throws -> LaneAnswer {
        let answer = try await client.ask(.post, "/local/v1/lanes", LocalWire.order(order))
        if let json = try? answer.json(), let refusal = LocalWire.refusal(json) {
            throw refusal
        }
        guard answer.isGood else { throw RemoteProblem(answer).failure }
        return try LocalWire.laneAnswer(try answer.json())
    }

    /// - Throws: `OrderRefusal` in the writer's words.
    func perform(_ order: AdvisoryOrder) async throws -> AdvisoryAnswer {
        let answer = try await client.ask(.post, "/local/v1/advisories", LocalWire.order(order))
        if let json = try? answer.json(), let refusal = LocalWire.refusal(json) {
            throw refusal
        }
        guard answer.isGood else { throw RemoteProblem(answer).failure }
        return try LocalWire.advisoryAnswer(try answer.json())
    }

    func load(_ range: NumberRange) async throws {
        _ = try await client.good(.post, "/local/v1/numbers", LocalWire.range(range))
    }
}
