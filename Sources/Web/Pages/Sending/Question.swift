import Mail

/// The questions of public lodging, one a page.
enum Question: Hashable {
    case country
    case nature
    case goods(Int)
    /// The list of what is inside, with a way to add to it.
    case goodsList
    case product
    case weight
    case addressee
    case sender
    case answers

    init?(_ text: String) {
        switch text {
        case "country": self = .country
        case "nature": self = .nature
        case "goods": self = .goodsList
        case "product": self = .product
        case "weight": self = .weight
        case "addressee": self = .addressee
        case "sender": self = .sender
        case "answers": self = .answers
        default:
            guard text.hasPrefix("goods-"), let number = Int(text.dropFirst(6)),
                (0..<99).contains(number)
            else { return nil }
            self = .goods(number)
        }
    }

    var text: String {
        switch self {
        case .country: "country"
        case .nature: "nature"
        case .goods(let number): "goods-\(number)"
        case .goodsList: "goods"
        case .product: "product"
        case .weight: "weight"
        case .addressee: "addressee"
        case .sender: "sender"
        case .answers: "answers"
        }
    }

    func path(_ token: String) -> String { SiteMap.sendQuestion.path(token, text) }

    /// The questions in their order; letters of pure correspondence have no goods.
    static func all(_ values: FormValues) -> [Question] {
        let goods: [Question] =
            values["contents.nature"] == "correspondence" ? [] : [.goodsList]
        return [.country, .nature] + goods + [.product, .weight, .addressee, .sender]
    }

    /// The question that holds a field.
    static func of(_ field: String) -> Question? {
        let parts = field.split(separator: ".")
        switch parts.first {
        case "addressee": return parts.dropFirst().first == "country" ? .country : .addressee
        case "sender", "senderKind": return .sender
        case "product": return .product
        case "grossWeight": return .weight
        case "contents":
            guard parts.count > 2, parts[1] == "lines" else {
                return field == "contents.lines" ? .goodsList : .nature
            }
            return Int(parts[2]).map { .goods($0) } ?? .goodsList
        default: return nil
        }
    }

    /// Whether enough is there to go on.
    func isAnswered(_ values: FormValues) -> Bool {
        switch self {
        case .goodsList: FormLodgement.lineCount(values) > 0
        case .answers: false
        default: required.allSatisfy { values.text($0) != nil }
        }
    }

    /// The fields that must say something.
    var required: [String] {
        switch self {
        case .country: ["addressee.country"]
        case .nature: ["contents.nature"]
        case .goods(let number):
            ["description", "quantity", "lineNetWeight", "lineValue", "currency"]
                .map { "contents.lines.\(number).\($0)" }
        case .product: ["product"]
        case .weight: ["grossWeight"]
        case .addressee, .sender:
            ["name", "lines.0", "locality"].map { "\(text).\($0)" }
        case .goodsList, .answers: []
        }
    }

    var titleWord: String {
        switch self {
        case .country: "ask_country"
        case .nature: "ask_nature"
        case .goods: "ask_goods"
        case .goodsList: "ask_goods_list"
        case .product: "ask_product"
        case .weight: "ask_weight"
        case .addressee: "ask_addressee"
        case .sender: "ask_sender"
        case .answers: "answers_title"
        }
    }
}
