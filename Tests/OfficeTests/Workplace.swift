import Foundation
import Mail
import Testing

@testable import Office

/// An office of a test's own, with a clock that stands still, gone when the test is.
final class Workplace {
    let directory: OfficeDirectory
    let clock = OfficeClock { Moment(milliseconds: 1_795_000_000_000) }
    static let profile = Country("GB")
        .map {
            OfficeProfile(
                operatorName: "Test Post",
                country: $0,
                language: .english,
                mode: .test
            )
        }

    init() async throws {
        directory = OfficeDirectory(
            FileManager.default.temporaryDirectory
                .appending(path: "posthorn-office-\(UUID().uuidString)").path
        )
        let profile = try #require(Self.profile)
        try await OfficeSetup.make(directory, profile, clock: clock)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory.root) }

    func steps(_ desk: borrowing OfficeDesk) throws -> (check: CheckStep, print: PrintStep) {
        try OfficeOpening.steps(directory, desk, at: clock.now())
    }

    func open() async throws -> OfficeDesk {
        try await OfficeOpening.open(directory, clock: clock)
    }
}

/// Lodgements for tests of what the office does with them.
enum Example {
    /// Goods that every rule accepts.
    static func packet(_ reference: String, quantity: Int = 2) throws -> Lodging {
        let json = """
            {"reference":"\(reference)","product":"packet-tracked","senderKind":"business",
            "sender":{"name":"Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds",
            "postcode":"LS1 4AP","country":"GB","phone":"+441130000000"},
            "addressee":{"name":"Zoë Łukasiewicz","lines":["ul. Długa 5/7"],"locality":"Kraków",
            "postcode":"31-147","country":"PL","phone":"+48120000000"},"grossWeight":850,
            "contents":{"nature":"sale","lines":[{"description":"Knitted cotton jumper",
            "quantity":\(quantity),"lineNetWeight":700,"lineValue":"58.00","currency":"GBP",
            "tariffCode":"611020","origin":"GB","sku":"FK-22","manufacturerID":"GB-FOX"}]}}
            """
        return try lodging(json)
    }

    static func lodging(_ json: String) throws -> Lodging {
        let (lodgement, findings) = LodgementReader.read(try JSONReader.read(Array(json.utf8)))
        return Lodging(
            key: .reference(lodgement.reference ?? ""),
            lodgement: lodgement,
            channel: .file,
            findings: findings
        )
    }
}
