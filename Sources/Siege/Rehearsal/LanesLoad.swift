import Mail
import Office

/// What customers bring in an hour: the same in every hour and every run.
enum LanesLoad {
    /// The hours in which anybody comes.
    static let hours = 8..<20

    private struct Kind {
        let name: String
        let product: Product
        let channel: Channel
        let place: String
        let isGoods: Bool
        /// Whether the sender gives an address of mail.
        var hasMail = false
    }

    private static let paris = place("Jean Martin", "8 rue de la Paix", "Paris", "75002", "FR")
    private static let delft = place("Sanne de Vries", "Oude Delft 7", "Delft", "2611 BB", "NL")
    private static let berlin = place("Anna Schmidt", "Hauptstraße 12", "Berlin", "10115", "DE")
    private static let krakow = place("Zoë Łukasiewicz", "ul. Długa 5", "Kraków", "31-147", "PL")

    private static let kinds = [
        Kind(
            name: "letter",
            product: .letter,
            channel: .web,
            place: paris,
            isGoods: false,
            hasMail: true
        ),
        Kind(name: "note", product: .letter, channel: .counter, place: delft, isGoods: false),
        Kind(name: "shop", product: .packetTracked, channel: .api, place: krakow, isGoods: true),
        Kind(name: "signed", product: .registered, channel: .web, place: paris, isGoods: true),
        Kind(
            name: "parcel",
            product: .parcel,
            channel: .counter,
            place: berlin,
            isGoods: true,
            hasMail: true
        ),
        Kind(name: "packet", product: .packet, channel: .file, place: delft, isGoods: true),
    ]

    static func lodgings(day: String, hour: Int) throws -> [Lodging] {
        try kinds.map { kind in
            let reference = "\(kind.name)-\(day)-\(hour)"
            let json = try JSONReader.read(Array(text(kind, reference).utf8))
            let (lodgement, findings) = LodgementReader.read(json)
            return Lodging(
                key: .reference(reference),
                lodgement: lodgement,
                channel: kind.channel,
                findings: findings
            )
        }
    }

    private static func text(_ kind: Kind, _ reference: String) -> String {
        let contents =
            kind.isGoods
            ? """
            ,"contents":{"nature":"sale","invoice":"INV-1","lines":[{"description":
            "Knitted cotton jumper","quantity":1,"lineNetWeight":300,"lineValue":"28.00",
            "currency":"GBP","tariffCode":"611020","origin":"GB","sku":"FK-22",
            "manufacturerID":"GB-FOX"}]},"onNonDelivery":"return"
            """ : ""
        let mail = kind.hasMail ? ",\"email\":\"\(kind.name)@sender.example\"" : ""
        return """
            {"reference":"\(reference)","product":"\(kind.product.rawValue)","customer":"\(kind.name)",
            "senderKind":"\(kind.channel == .counter ? "private" : "business")",
            "sender":{"name":"Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds",
            "postcode":"LS1 4AP","country":"GB","phone":"+441130000000"\(mail)},
            "addressee":\(kind.place),"grossWeight":\(kind.isGoods ? 400 : 20)\(contents)}
            """
    }

    private static func place(
        _ name: String,
        _ line: String,
        _ locality: String,
        _ postcode: String,
        _ country: String
    ) -> String {
        """
        {"name":"\(name)","lines":["\(line)"],"locality":"\(locality)","postcode":"\(postcode)",
        "country":"\(country)","phone":"+48120000000"}
        """
    }
}
