import Foundation
import Hummingbird
import HummingbirdTesting
import Mail
import Synchronization

@testable import Office
@testable import Web

/// A served office of a test's own, with routes of the test's own in front of it.
struct AccessPlace: Sendable {
    let office: ServedOffice
    let site: Site
    let time: MovingClock

    /// Runs a test, closes the office behind it and clears it away.
    static func run(
        routes: (Router<OfficeContext>, Site) -> Void = { _, _ in },
        post: WebhookPost? = nil,
        _ body: @Sendable (AccessPlace, any TestClientProtocol) async throws -> Void
    ) async throws {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-web-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let time = MovingClock()
        let directory = OfficeDirectory(root)
        guard let country = Country("GB") else { return }
        let profile = OfficeProfile(
            operatorName: "Test Post",
            country: country,
            language: .english,
            mode: .test
        )
        try await OfficeSetup.make(directory, profile, clock: time.clock)
        let (office, writer) = try await ServedOffice.open(
            directory,
            clock: time.clock,
            post: post
        )
        let place = AccessPlace(office: office, site: Site(office: office), time: time)
        let router = place.site.router()
        routes(router, place.site)
        async let done: Void = writer.run()
        do {
            try await Application(router: router)
                .test(.router) { client in try await body(place, client) }
        } catch {
            office.door.close()
            try await done
            throw error
        }
        office.door.close()
        try await done
    }

    /// Goods that every rule accepts.
    func lodging(_ reference: String) throws -> Lodging {
        let json = """
            {"reference":"\(reference)","product":"packet-tracked","senderKind":"business",
            "sender":{"name":"Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds",
            "postcode":"LS1 4AP","country":"GB","phone":"+441130000000"},
            "addressee":{"name":"Zoë Łukasiewicz","lines":["ul. Długa 5/7"],"locality":"Kraków",
            "postcode":"31-147","country":"PL","phone":"+48120000000"},"grossWeight":850,
            "contents":{"nature":"sale","lines":[{"description":"Knitted cotton jumper",
            "quantity":2,"lineNetWeight":700,"lineValue":"58.00","currency":"GBP",
            "tariffCode":"611020","origin":"GB"}]}}
            """
        let (lodgement, findings) = LodgementReader.read(try JSONReader.read(Array(json.utf8)))
        return Lodging(
            key: .reference(reference),
            lodgement: lodgement,
            channel: .api,
            findings: findings
        )
    }

    func key(_ role: Role, customer: String? = nil) async throws -> String {
        let order = KeyOrder(name: "test", role: role, mode: .test, customer: customer)
        return try await office.access.addKey(order, by: .local).text
    }
}

/// A clock that a test moves.
final class MovingClock: Sendable {
    private let time = Mutex<Int64>(1_795_000_000_000)

    var clock: OfficeClock {
        OfficeClock { [self] in Moment(milliseconds: time.withLock { $0 }) }
    }

    func pass(seconds: Int64) {
        time.withLock { $0 += seconds * 1000 }
    }
}
