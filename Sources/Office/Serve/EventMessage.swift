package import Ledger
package import Mail

/// An event as the outside reads it: CloudEvents 1.0 in JSON, the same in lists, in streams and in
/// what webhooks send.
///
/// It is thin: where the item stands and where to fetch it, nothing of the people on it. Of an advisory
/// it says to whom it is told, and where to read it.
package struct EventMessage: Sendable {
    package let row: EventRow
    /// The journal's name, which no other office has.
    package let origin: String

    package init(_ row: EventRow, origin: String) {
        self.row = row
        self.origin = origin
    }

    /// The same for ever and at every receiver; it counts up.
    package var id: String { String(row.entry) }

    package var json: JSONValue {
        .members([
            ("specversion", .string("1.0")),
            ("id", .string(id)),
            ("source", .string(Self.source(origin))),
            ("type", .string(row.kind)),
            ("time", .string(row.at.text)),
            ("subject", .string(subject)),
            ("datacontenttype", .string("application/json")),
            ("data", data),
        ])
    }

    package static func source(_ origin: String) -> String { "urn:posthorn:" + escaped(origin) }

    package var bytes: [UInt8] { JSONText.bytes(json) }

    private var subject: String {
        switch row.subject {
        case .item(let item): item.text
        case .advisory(let name, _): name.text
        }
    }

    private var data: JSONValue {
        let customer: (String, JSONValue?) = (
            "customer", row.customer.isEmpty ? nil : .string(row.customer)
        )
        let entry: (String, JSONValue?) = ("entry", .integer(row.entry))
        switch row.subject {
        case .item(let item):
            return .members([
                ("item", .string(item.text)), customer, entry, ("by", .string(row.author.text)),
                ("reason", .text(row.reason)), ("url", .string("/v1/items/" + item.text)),
            ])
        case .advisory(let name, let version):
            return .members([
                ("advisory", .string(name.text)), ("version", .integer(version)), customer, entry,
                ("by", .string(row.author.text)),
                ("url", .string("/v1/advisories/" + name.text)),
            ])
        }
    }

    /// The origin with everything percent-encoded that a URI's path does not hold as it is.
    private static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                escaped.append(byte)
            default:
                escaped.append(UInt8(ascii: "%"))
                escaped += Array(Hexadecimal.text([byte]).uppercased().utf8)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
