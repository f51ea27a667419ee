import Foundation
import Ledger
import Mail
import Rules
import Testing

@testable import Office

/// An office with a lane plan and a clock that a test moves.
final class LaneBench {
    let place: Workplace
    let time: MovingClock

    /// `start` is written as the office's wall has it, `zone` is whose wall it is.
    init(_ start: String = "2026-11-24T10:00", zone: String = "UTC") async throws {
        place = try await Workplace()
        let calendar = try #require(OfficeCalendar(zone))
        time = MovingClock(at: try #require(calendar.moment(start)).milliseconds)
        try Data("time-zone: \(zone)\n".utf8)
            .write(to: URL(filePath: place.directory.root + "/office.yaml"))
    }

    func open() async throws -> OfficeDesk {
        try await OfficeOpening.open(place.directory, clock: time.clock)
    }

    /// Makes a change, by two where it takes two.
    func set(_ text: String, on desk: inout OfficeDesk, reason: String = "test") async throws {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let state = try #require(LaneState(try JSONReader.read(Array(parts[1].utf8))))
        let request = LaneRequest(
            settings: [LaneSetting(try LaneSelector(parts[0]), state)],
            reason: reason
        )
        let now = time.clock.now()
        let answer = try await desk.perform(.change(request, by: .staff("ada")), at: now)
        guard case .proposed(let proposal) = answer else { return }
        _ = try await desk.perform(.approve(proposal.id, by: .staff("ben")), at: now)
    }

    func lodge(_ lodgings: [Lodging], on desk: inout OfficeDesk) async throws -> [LodgeOutcome] {
        let check = try OfficeOpening.steps(place.directory, desk, at: time.clock.now()).check
        let results = try await check.check(lodgings, at: time.clock.now())
        return try await desk.lodge(results, at: time.clock.now())
    }

    /// What became of packets lodged under those references, as words.
    func packets(
        _ references: [String],
        customer: String? = nil,
        on desk: inout OfficeDesk
    ) async throws -> [String] {
        let lodgings = try references.map { try Example.packet($0, customer: customer) }
        return try await lodge(lodgings, on: &desk).map(Self.word)
    }

    static func word(_ outcome: LodgeOutcome) -> String {
        switch outcome {
        case .lodged(let item): item.record.state.rawValue
        case .replayed: "replayed"
        case .refused(let findings): findings.map(\.code.rawValue).joined(separator: " ")
        }
    }
}

extension Example {
    /// Goods of a customer.
    static func packet(_ reference: String, customer: String?) throws -> Lodging {
        var lodging = try packet(reference)
        guard let customer else { return lodging }
        var lodgement = lodging.lodgement
        lodgement.customer = customer
        lodging = Lodging(
            key: lodging.key,
            lodgement: lodgement,
            channel: .api,
            findings: lodging.findings
        )
        return lodging
    }

    /// A letter that holds nothing but words.
    static func letter(_ reference: String) throws -> Lodging {
        try lodging(
            """
            {"reference":"\(reference)","product":"letter","senderKind":"private",
            "sender":{"name":"Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds",
            "postcode":"LS1 4AP","country":"GB"},
            "addressee":{"name":"Jean Martin","lines":["8 rue de la Paix"],"locality":"Paris",
            "postcode":"75002","country":"FR"},"grossWeight":20}
            """
        )
    }
}
