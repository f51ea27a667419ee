/// Reads a ``Lodgement`` from the JSON shape of design.md §8, reporting what it cannot take.
///
/// Whole numbers and amounts may be written as numbers or as text (a spreadsheet knows no
/// difference); white space around a text is dropped; a member that the shape does not have is a
/// finding, because dropping it silently would lose what the customer said.
package struct LodgementReader {
    package private(set) var findings: [Finding] = []

    package static func read(_ json: JSONValue) -> (lodgement: Lodgement, findings: [Finding]) {
        var reader = LodgementReader()
        let lodgement = reader.lodgement(json)
        return (lodgement, reader.findings)
    }

    private init() {}

    private mutating func lodgement(_ json: JSONValue) -> Lodgement {
        var lodgement = Lodgement()
        each(json, at: .root) { reader, name, value, place in
            switch name {
            case "customer": lodgement.customer = reader.text(value, place)
            case "reference": lodgement.reference = reader.text(value, place)
            case "product": lodgement.product = reader.text(value, place)
            case "senderKind": lodgement.senderKind = reader.text(value, place)
            case "sender": lodgement.sender = reader.party(value, place)
            case "addressee": lodgement.addressee = reader.party(value, place)
            case "grossWeight": lodgement.grossWeight = reader.whole(value, place)
            case "size": lodgement.size = reader.size(value, place)
            case "contents": lodgement.contents = reader.contents(value, place)
            case "postage": lodgement.postage = reader.amount(value, place)
            case "insuredValue": lodgement.insuredValue = reader.amount(value, place)
            case "dutiesPaidBy": lodgement.dutiesPaidBy = reader.text(value, place)
            case "onNonDelivery": lodgement.onNonDelivery = reader.text(value, place)
            case "postingDate": lodgement.postingDate = reader.text(value, place)
            case "senderReference": lodgement.senderReference = reader.text(value, place)
            case "importer": lodgement.importer = reader.importer(value, place)
            default: return false
            }
            return true
        }
        return lodgement
    }

    private mutating func party(_ json: JSONValue, _ at: Place) -> LodgedParty {
        var party = LodgedParty()
        each(json, at: at) { reader, name, value, place in
            switch name {
            case "name": party.name = reader.text(value, place)
            case "company": party.company = reader.text(value, place)
            case "lines":
                party.lines = reader.list(value, place) { $0.text($1, $2) }.compactMap(\.self)
            case "locality": party.locality = reader.text(value, place)
            case "region": party.region = reader.text(value, place)
            case "postcode": party.postcode = reader.text(value, place)
            case "country": party.country = reader.text(value, place)
            case "email": party.email = reader.text(value, place)
            case "phone": party.phone = reader.text(value, place)
            case "taxIDs": party.taxIDs = reader.list(value, place) { $0.taxID($1, $2) }
            default: return false
            }
            return true
        }
        return party
    }

    private mutating func taxID(_ json: JSONValue, _ at: Place) -> LodgedTaxID {
        var taxID = LodgedTaxID()
        each(json, at: at) { reader, name, value, place in
            switch name {
            case "kind": taxID.kind = reader.text(value, place)
            case "value": taxID.value = reader.text(value, place)
            default: return false
            }
            return true
        }
        return taxID
    }

    private mutating func size(_ json: JSONValue, _ at: Place) -> LodgedSize? {
        var size = LodgedSize()
        each(json, at: at) { reader, name, value, place in
            switch name {
            case "length": size.length = reader.whole(value, place)
            case "width": size.width = reader.whole(value, place)
            case "height": size.height = reader.whole(value, place)
            default: return false
            }
            return true
        }
        return size == LodgedSize() ? nil : size
    }

    private mutating func amount(_ json: JSONValue, _ at: Place) -> LodgedAmount? {
        var amount = LodgedAmount()
        each(json, at: at) { reader, name, value, place in
            switch name {
            case "amount": amount.amount = reader.decimal(value, place)
            case "currency": amount.currency = reader.text(value, place)
            default: return false
            }
            return true
        }
        return amount == LodgedAmount() ? nil : amount
    }

    private mutating func importer(_ json: JSONValue, _ at: Place) -> LodgedImporter? {
        var importer = LodgedImporter()
        each(json, at: at) { reader, name, value, place in
            switch name {
            case "reference": importer.reference = reader.text(value, place)
            case "phone": importer.phone = reader.text(value, place)
            case "email": importer.email = reader.text(value, place)
            default: return false
            }
            return true
        }
        return importer == LodgedImporter() ? nil : importer
    }

    private mutating func contents(_ json: JSONValue, _ at: Place) -> LodgedContents? {
        var contents = LodgedContents()
        each(json, at: at) { reader, name, value, place in
            switch name {
            case "nature": contents.nature = reader.text(value, place)
            case "explanation": contents.explanation = reader.text(value, place)
            case "comments": contents.comments = reader.text(value, place)
            case "licence": contents.licence = reader.text(value, place)
            case "certificate": contents.certificate = reader.text(value, place)
            case "invoice": contents.invoice = reader.text(value, place)
            case "lines": contents.lines = reader.list(value, place) { $0.line($1, $2) }
            default: return false
            }
            return true
        }
        return contents == LodgedContents() ? nil : contents
    }

    private mutating func line(_ json: JSONValue, _ at: Place) -> LodgedLine {
        var line = LodgedLine()
        each(json, at: at) { reader, name, value, place in
            switch name {
            case "description": line.description = reader.text(value, place)
            case "quantity": line.quantity = reader.whole(value, place)
            case "lineNetWeight": line.lineNetWeight = reader.whole(value, place)
            case "lineValue": line.lineValue = reader.decimal(value, place)
            case "currency": line.currency = reader.text(value, place)
            case "tariffCode": line.tariffCode = reader.text(value, place)
            case "origin": line.origin = reader.text(value, place)
            case "sku": line.sku = reader.text(value, place)
            case "gtin": line.gtin = reader.text(value, place)
            case "manufacturerID": line.manufacturerID = reader.text(value, place)
            default: return false
            }
            return true
        }
        return line
    }
}

// The kinds of value, and what is said where another kind stands.
extension LodgementReader {
    private mutating func each(
        _ json: JSONValue,
        at place: Place,
        _ take: (inout LodgementReader, String, JSONValue, Place) -> Bool
    ) {
        switch json {
        case .null: return
        case .object(let members):
            let above = place.pointer
            for member in members {
                let at = Place(above: above, name: member.name)
                if !take(&self, member.name, member.value, at) {
                    findings.append(Finding(.fieldUnknown, at: at.pointer, ["name": member.name]))
                }
            }
        default: malformed(json, expected: "object", at: place)
        }
    }

    private mutating func list<Element>(
        _ json: JSONValue,
        _ place: Place,
        _ take: (inout LodgementReader, JSONValue, Place) -> Element
    ) -> [Element] {
        switch json {
        case .null: return []
        case .array(let elements):
            let above = place.pointer
            return elements.enumerated()
                .map { index, element in
                    take(&self, element, Place(above: above, name: String(index)))
                }
        default:
            malformed(json, expected: "list", at: place)
            return []
        }
    }

    private mutating func text(_ json: JSONValue, _ place: Place) -> String? {
        switch json {
        case .null: return nil
        case .string(let text): return text.trimmed
        default:
            malformed(json, expected: "text", at: place)
            return nil
        }
    }

    private mutating func whole(_ json: JSONValue, _ place: Place) -> Int? {
        let written: String? =
            switch json {
            case .null: nil
            case .number(let digits): digits
            case .string(let text): text.trimmed
            default: json.kind
            }
        guard let written else { return nil }
        guard let number = Int(written), number.magnitude <= 1_000_000_000,
            written.utf8.allSatisfy({ $0 != UInt8(ascii: "+") })
        else {
            findings.append(
                Finding(
                    .fieldMalformed,
                    at: place.pointer,
                    ["expected": "whole number", "found": written]
                )
            )
            return nil
        }
        return number
    }

    private mutating func decimal(_ json: JSONValue, _ place: Place) -> String? {
        if case .number(let digits) = json { return digits }
        return text(json, place)
    }

    private mutating func malformed(_ json: JSONValue, expected: String, at place: Place) {
        findings.append(
            Finding(.fieldMalformed, at: place.pointer, ["expected": expected, "found": json.kind])
        )
    }
}

extension String {
    /// Without the white space around it; nothing when nothing is left.
    package var trimmed: String? {
        if let first = utf8.first, let last = utf8.last, Self.isInk(first), Self.isInk(last) {
            return self
        }
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(self[first...last])
    }

    /// Whether a byte is an ASCII character that shows.
    private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}

/// Where a value stands in a lodgement: its pointer is written only when something is to be said.
private struct Place {
    /// The pointer of the value that this one is in; nothing for the lodgement itself.
    let above: String?
    let name: String

    static let root = Place(above: nil, name: "")

    var pointer: String {
        above.map { $0 + "/" + JSONPointer.escaped(name) } ?? ""
    }
}

/// JSON pointers (RFC 6901): where in a lodgement a finding points.
package enum JSONPointer {
    package static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
        else { return name }
        return name.replacing("~", with: "~0").replacing("/", with: "~1")
    }
}
