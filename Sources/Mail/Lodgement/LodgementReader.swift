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
        each(json, at: "") { reader, name, value, pointer in
            switch name {
            case "customer": lodgement.customer = reader.text(value, pointer)
            case "reference": lodgement.reference = reader.text(value, pointer)
            case "product": lodgement.product = reader.text(value, pointer)
            case "senderKind": lodgement.senderKind = reader.text(value, pointer)
            case "sender": lodgement.sender = reader.party(value, pointer)
            case "addressee": lodgement.addressee = reader.party(value, pointer)
            case "grossWeight": lodgement.grossWeight = reader.whole(value, pointer)
            case "size": lodgement.size = reader.size(value, pointer)
            case "contents": lodgement.contents = reader.contents(value, pointer)
            case "postage": lodgement.postage = reader.amount(value, pointer)
            case "insuredValue": lodgement.insuredValue = reader.amount(value, pointer)
            case "dutiesPaidBy": lodgement.dutiesPaidBy = reader.text(value, pointer)
            case "onNonDelivery": lodgement.onNonDelivery = reader.text(value, pointer)
            case "postingDate": lodgement.postingDate = reader.text(value, pointer)
            case "senderReference": lodgement.senderReference = reader.text(value, pointer)
            case "importer": lodgement.importer = reader.importer(value, pointer)
            default: return false
            }
            return true
        }
        return lodgement
    }

    private mutating func party(_ json: JSONValue, _ at: String) -> LodgedParty {
        var party = LodgedParty()
        each(json, at: at) { reader, name, value, pointer in
            switch name {
            case "name": party.name = reader.text(value, pointer)
            case "company": party.company = reader.text(value, pointer)
            case "lines":
                party.lines = reader.list(value, pointer) { $0.text($1, $2) }.compactMap(\.self)
            case "locality": party.locality = reader.text(value, pointer)
            case "region": party.region = reader.text(value, pointer)
            case "postcode": party.postcode = reader.text(value, pointer)
            case "country": party.country = reader.text(value, pointer)
            case "email": party.email = reader.text(value, pointer)
            case "phone": party.phone = reader.text(value, pointer)
            case "taxIDs": party.taxIDs = reader.list(value, pointer) { $0.taxID($1, $2) }
            default: return false
            }
            return true
        }
        return party
    }

    private mutating func taxID(_ json: JSONValue, _ at: String) -> LodgedTaxID {
        var taxID = LodgedTaxID()
        each(json, at: at) { reader, name, value, pointer in
            switch name {
            case "kind": taxID.kind = reader.text(value, pointer)
            case "value": taxID.value = reader.text(value, pointer)
            default: return false
            }
            return true
        }
        return taxID
    }

    private mutating func size(_ json: JSONValue, _ at: String) -> LodgedSize? {
        var size = LodgedSize()
        each(json, at: at) { reader, name, value, pointer in
            switch name {
            case "length": size.length = reader.whole(value, pointer)
            case "width": size.width = reader.whole(value, pointer)
            case "height": size.height = reader.whole(value, pointer)
            default: return false
            }
            return true
        }
        return size == LodgedSize() ? nil : size
    }

    private mutating func amount(_ json: JSONValue, _ at: String) -> LodgedAmount? {
        var amount = LodgedAmount()
        each(json, at: at) { reader, name, value, pointer in
            switch name {
            case "amount": amount.amount = reader.decimal(value, pointer)
            case "currency": amount.currency = reader.text(value, pointer)
            default: return false
            }
            return true
        }
        return amount == LodgedAmount() ? nil : amount
    }

    private mutating func importer(_ json: JSONValue, _ at: String) -> LodgedImporter? {
        var importer = LodgedImporter()
        each(json, at: at) { reader, name, value, pointer in
            switch name {
            case "reference": importer.reference = reader.text(value, pointer)
            case "phone": importer.phone = reader.text(value, pointer)
            case "email": importer.email = reader.text(value, pointer)
            default: return false
            }
            return true
        }
        return importer == LodgedImporter() ? nil : importer
    }

    private mutating func contents(_ json: JSONValue, _ at: String) -> LodgedContents? {
        var contents = LodgedContents()
        each(json, at: at) { reader, name, value, pointer in
            switch name {
            case "nature": contents.nature = reader.text(value, pointer)
            case "explanation": contents.explanation = reader.text(value, pointer)
            case "comments": contents.comments = reader.text(value, pointer)
            case "licence": contents.licence = reader.text(value, pointer)
            case "certificate": contents.certificate = reader.text(value, pointer)
            case "invoice": contents.invoice = reader.text(value, pointer)
            case "lines": contents.lines = reader.list(value, pointer) { $0.line($1, $2) }
            default: return false
            }
            return true
        }
        return contents == LodgedContents() ? nil : contents
    }

    private mutating func line(_ json: JSONValue, _ at: String) -> LodgedLine {
        var line = LodgedLine()
        each(json, at: at) { reader, name, value, pointer in
            switch name {
            case "description": line.description = reader.text(value, pointer)
            case "quantity": line.quantity = reader.whole(value, pointer)
            case "lineNetWeight": line.lineNetWeight = reader.whole(value, pointer)
            case "lineValue": line.lineValue = reader.decimal(value, pointer)
            case "currency": line.currency = reader.text(value, pointer)
            case "tariffCode": line.tariffCode = reader.text(value, pointer)
            case "origin": line.origin = reader.text(value, pointer)
            case "sku": line.sku = reader.text(value, pointer)
            case "gtin": line.gtin = reader.text(value, pointer)
            case "manufacturerID": line.manufacturerID = reader.text(value, pointer)
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
        at pointer: String,
        _ take: (inout LodgementReader, String, JSONValue, String) -> Bool
    ) {
        switch json {
        case .null: return
        case .object(let members):
            for member in members {
                let at = pointer + "/" + JSONPointer.escaped(member.name)
                if !take(&self, member.name, member.value, at) {
                    findings.append(Finding(.fieldUnknown, at: at, ["name": member.name]))
                }
            }
        default: malformed(json, expected: "object", at: pointer)
        }
    }

    private mutating func list<Element>(
        _ json: JSONValue,
        _ pointer: String,
        _ take: (inout LodgementReader, JSONValue, String) -> Element
    ) -> [Element] {
        switch json {
        case .null: return []
        case .array(let elements):
            return elements.enumerated().map { take(&self, $1, "\(pointer)/\($0)") }
        default:
            malformed(json, expected: "list", at: pointer)
            return []
        }
    }

    private mutating func text(_ json: JSONValue, _ pointer: String) -> String? {
        switch json {
        case .null: return nil
        case .string(let text): return text.trimmed
        default:
            malformed(json, expected: "text", at: pointer)
            return nil
        }
    }

    private mutating func whole(_ json: JSONValue, _ pointer: String) -> Int? {
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
                    at: pointer,
                    ["expected": "whole number", "found": written]
                )
            )
            return nil
        }
        return number
    }

    private mutating func decimal(_ json: JSONValue, _ pointer: String) -> String? {
        if case .number(let digits) = json { return digits }
        return text(json, pointer)
    }

    private mutating func malformed(_ json: JSONValue, expected: String, at pointer: String) {
        findings.append(
            Finding(.fieldMalformed, at: pointer, ["expected": expected, "found": json.kind])
        )
    }
}

extension String {
    /// Without the white space around it; nothing when nothing is left.
    package var trimmed: String? {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(self[first...last])
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
