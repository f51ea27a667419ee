/// A lodgement that every rule accepts, as JSON with a reference of the caller's.
enum OneItem {
    static func json(reference: String, value: String = "58.00", quantity: Int = 2) -> String {
        """
        {"reference":"\(reference)","product":"packet-tracked","senderKind":"business",
        "sender":{"name":"Ada Fox","company":"Fox Knits Ltd","lines":["12 Mill Lane"],
        "locality":"Leeds","postcode":"LS1 4AP","country":"GB","email":"ada@fox.example",
        "phone":"+441130000000","taxIDs":[{"kind":"IOSS","value":"IM3720000224"}]},
        "addressee":{"name":"Zoë Łukasiewicz","lines":["ul. Długa 5/7"],"locality":"Kraków",
        "postcode":"31-147","country":"PL","phone":"+48120000000"},
        "grossWeight":850,"size":{"length":300,"width":200,"height":80},
        "contents":{"nature":"sale","lines":[{"description":"Knitted cotton jumper, women's",
        "quantity":\(quantity),"lineNetWeight":700,"lineValue":"\(value)","currency":"GBP",
        "tariffCode":"611020","origin":"GB","sku":"FK-22","manufacturerID":"GB-FOX"}],
        "invoice":"INV-1042"},"postage":{"amount":"12.35","currency":"GBP"},
        "dutiesPaidBy":"addressee","onNonDelivery":"return"}
        """
        .split(separator: "\n").joined()
    }

    /// A letter of pure correspondence: it gets an office item number.
    static let letter = """
        {"reference":"letter-1","product":"letter","senderKind":"private","sender":{"name":\
        "Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds","postcode":"LS1 4AP","country":\
        "GB"},"addressee":{"name":"Jean Martin","lines":["8 rue de la Paix"],"locality":"Paris",\
        "postcode":"75002","country":"FR"},"grossWeight":20}
        """
}
