/// The fields that profiles may name, so that a misspelt one is found when the profile is loaded.
struct FieldCatalogue: Sendable {
    enum Kind: String, Hashable, Sendable {
        case text = "a text"
        case texts = "a list of texts"
        case whole = "a whole number"
        case grams = "whole grams"
        case amount = "an amount"
        case day = "a date"
        case moment = "a moment"
        case object = "an object"
        case objects = "a list of objects"
    }

    private let kinds: [String: Kind]

    func kind(_ path: FieldPath, below base: FieldPath) -> Kind? {
        kinds[(base.names + path.names).joined(separator: ".")]
    }

    /// The paths of the fields that hold values themselves.
    var leaves: Set<String> {
        Set(kinds.filter { $0.value != .object && $0.value != .objects }.keys)
    }

    /// An item: the lodgement's fields (design.md §8), its number and the moment it was recorded.
    static let item: FieldCatalogue = {
        var kinds: [String: Kind] = [
            "item": .text, "recorded": .moment, "reference": .text, "product": .text,
            "senderKind": .text, "grossWeight": .grams, "size": .object, "size.length": .whole,
            "size.width": .whole, "size.height": .whole, "contents": .object,
            "contents.nature": .text, "contents.explanation": .text, "contents.comments": .text,
            "contents.licence": .text, "contents.certificate": .text, "contents.invoice": .text,
            "contents.lines": .objects, "dutiesPaidBy": .text, "onNonDelivery": .text,
            "postingDate": .day, "senderReference": .text, "importer": .object,
            "importer.reference": .text, "importer.phone": .text, "importer.email": .text,
        ]
        for party in ["sender", "addressee"] {
            kinds[party] = .object
            for name in [
                "name", "company", "locality", "region", "postcode", "country", "email", "phone",
            ] { kinds["\(party).\(name)"] = .text }
            kinds["\(party).lines"] = .texts
            kinds["\(party).taxIDs"] = .objects
            kinds["\(party).taxIDs.kind"] = .text
            kinds["\(party).taxIDs.value"] = .text
        }
        for money in ["postage", "insuredValue"] {
            kinds[money] = .object
            kinds["\(money).amount"] = .amount
            kinds["\(money).currency"] = .text
        }
        for name in [
            "description", "currency", "tariffCode", "origin", "sku", "gtin", "manufacturerID",
        ] { kinds["contents.lines.\(name)"] = .text }
        kinds["contents.lines.quantity"] = .whole
        kinds["contents.lines.lineNetWeight"] = .grams
        kinds["contents.lines.lineValue"] = .amount
        return FieldCatalogue(kinds: kinds)
    }()
}

extension FieldFormat {
    /// Whether the format writes fields of that kind.
    func suits(_ kind: FieldCatalogue.Kind) -> Bool {
        switch self {
        case .text, .code: kind == .text
        case .list: kind == .texts
        case .whole: kind == .whole || kind == .grams
        case .kilograms: kind == .grams
        case .amount: kind == .amount
        case .date: kind == .day
        case .instant: kind == .moment
        case .turn: false
        }
    }
}
