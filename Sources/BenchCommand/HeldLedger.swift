import Ledger
import Mail

/// A ledger of items that all wait: to every country, by several products, each by its own entry.
enum HeldLedger {
    private static let batch = 4096

    static func post(_ count: Int, to ledger: LedgerStore) throws {
        let countries = Country.all.filter { $0.code != "GB" }
        let products: [Product] = [.packet, .packetTracked, .letter, .registered]
        var posted: [PostedEntry] = []
        for number in 0..<count {
            let record = try record(
                number,
                to: countries[number % countries.count],
                by: products[number / countries.count % products.count]
            )
            posted.append(PostedEntry(index: UInt64(number), content: .entry(.itemLodged(record))))
            if posted.count == batch {
                try ledger.post(posted, next: UInt64(number + 1))
                posted.removeAll(keepingCapacity: true)
            }
        }
        try ledger.post(posted, next: UInt64(count))
    }

    private static func record(
        _ number: Int,
        to country: Country,
        by product: Product
    ) throws -> ItemRecord {
        guard let service = try? ServiceIndicator("LA"), let serial = S10.Serial(number),
            let post = IssuingCountry("GB"), let home = Country("GB"),
            let id = ItemID(S10(service: service, serial: serial, country: post).text)
        else { preconditionFailure("a bench has fewer items than a series has numbers") }
        return try ItemRecord(
            id: id,
            channel: .api,
            state: .held,
            office: OfficeProfile(
                operatorName: "Bench",
                country: home,
                language: .english,
                mode: .test
            ),
            edition: "bench",
            key: .reference("r\(number)"),
            lodgement: lodgement(number, to: country, by: product),
            decision: FormDecision(form: .cn22, reason: .valueWithinLimit),
            warnings: [],
            use: LaneUse(lane: "dest=\(country.code),data=yes", version: 1, window: nil),
            lodgedAt: Moment(milliseconds: 1_794_000_000_000 + Int64(number))
        )
    }

    private static func lodgement(
        _ number: Int,
        to country: Country,
        by product: Product
    ) -> Lodgement {
        var lodgement = Lodgement()
        lodgement.reference = "r\(number)"
        lodgement.customer = "c\(number % 997)"
        lodgement.product = product.rawValue
        lodgement.senderKind = "private"
        lodgement.grossWeight = 20
        for party in [\Lodgement.sender, \Lodgement.addressee] {
            lodgement[keyPath: party].name = "Ada Fox"
            lodgement[keyPath: party].lines = ["12 Mill Lane"]
            lodgement[keyPath: party].locality = "Leeds"
            lodgement[keyPath: party].country = "GB"
        }
        lodgement.addressee.country = country.code
        return lodgement
    }
}
