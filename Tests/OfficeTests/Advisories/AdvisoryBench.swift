import Foundation
import Mail
import Testing

@testable import Office

/// What advisories of tests are made of.
enum AdvisoryBench {
    static func content(
        _ lanes: [String],
        kind: AdvisoryKind = .outage,
        since: Moment = Moment(milliseconds: 1_794_000_000_000),
        until: Moment? = nil,
        next: Moment? = nil,
        what: String = "**Goods** wait."
    ) throws -> AdvisoryContent {
        let texts = try Language.allCases.map { language in
            (
                language,
                try AdvisoryText(
                    title: "Wait, \(language.rawValue)",
                    what: what,
                    advice: "Do [nothing](https://post.example)."
                )
            )
        }
        return AdvisoryContent(
            kind: kind,
            lanes: try lanes.map { try LaneSelector($0) },
            since: since,
            until: until,
            nextUpdate: next,
            texts: try AdvisoryTexts(Dictionary(uniqueKeysWithValues: texts))
        )
    }

    static func name(_ text: String = "pl-goods") throws -> AdvisoryName {
        try #require(AdvisoryName(text))
    }

    /// A packet to Poland of an account, with an address of mail.
    static func packet(
        _ reference: String,
        customer: String?,
        mail: String?
    ) throws -> Lodging {
        let lodging = try Example.packet(reference, customer: customer)
        var lodgement = lodging.lodgement
        lodgement.sender.email = mail
        return Lodging(
            key: lodging.key,
            lodgement: lodgement,
            channel: .api,
            findings: lodging.findings
        )
    }

    /// A letter to France, which no advisory about Poland is about.
    static func letter(_ reference: String, customer: String, mail: String) throws -> Lodging {
        let lodging = try Example.letter(reference)
        var lodgement = lodging.lodgement
        lodgement.customer = customer
        lodgement.sender.email = mail
        return Lodging(
            key: lodging.key,
            lodgement: lodgement,
            channel: .api,
            findings: lodging.findings
        )
    }

    static func mail(_ directory: OfficeDirectory) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.mail).sorted()
    }
}
