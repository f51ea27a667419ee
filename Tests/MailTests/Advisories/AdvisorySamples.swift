import Mail

/// Advisories for tests.
enum AdvisorySamples {
    static func texts(_ what: String = "Goods *wait*.") throws -> AdvisoryTexts {
        try AdvisoryTexts(
            Dictionary(
                uniqueKeysWithValues: try Language.allCases.map { language in
                    (
                        language,
                        try AdvisoryText(
                            title: "Title \(language.rawValue)",
                            what: what,
                            advice: "Do nothing."
                        )
                    )
                }
            )
        )
    }

    static func entries(_ at: Moment) -> [Entry] {
        guard let name = AdvisoryName("us-customs"), let texts = try? texts(),
            let lane = try? LaneSelector("dest=US,data=yes")
        else { return [] }
        let content = AdvisoryContent(
            kind: .outage,
            lanes: [lane, .any],
            since: at,
            until: at,
            nextUpdate: at,
            texts: texts
        )
        let message = SenderTold.Message(
            address: "ada@fox.example",
            language: .english,
            file: "us-customs-2-00ff.eml"
        )
        return [
            .advisoryPublished(
                Advisory(name: name, version: 2, content: content, by: .staff("ada"), at: at)
            ),
            .advisoryEnded(AdvisoryEnded(name: name, version: 3, by: .staff("ada"), at: at)),
            .senderTold(
                SenderTold(
                    name: name,
                    version: 2,
                    news: .updated,
                    customer: "fox",
                    items: 3,
                    messages: [message],
                    at: at
                )
            ),
            .advisoryTold(
                AdvisoryTold(name: name, version: 2, senders: 1, messages: 1, items: 3, at: at)
            ),
        ]
    }
}
