/// An item that is in the building and was lodged elsewhere: with a system that is gone, or with
/// another post.
package struct FoundItem: Hashable, Sendable {
    /// What an item still needs before it can go.
    package enum Need: String, Hashable, Sendable, CaseIterable {
        /// Customs data: it holds goods, and nobody here knows which.
        case data
        /// Nothing: it can go as it is.
        case nothing
        /// It goes back to its sender.
        case `return`
        /// Nobody has looked yet.
        case unknown
    }

    /// Its number, by whoever numbered it.
    package let number: S10
    package let destination: Country?
    package let need: Need

    package init(_ number: S10, to destination: Country?, needs need: Need) {
        self.number = number
        self.destination = destination
        self.need = need
    }

    /// What its number alone tells.
    ///
    /// Parcels, EMS, tracked and insured packets are goods. Whether a registered letter holds goods,
    /// its number does not say.
    package static func need(of number: S10) -> Need {
        switch number.service.text.first {
        case "C", "E", "H", "L", "U", "V": .data
        default: .unknown
        }
    }

    var json: JSONValue {
        .members([
            ("destination", .text(destination?.code)), ("item", .string(number.text)),
            ("need", .string(need.rawValue)),
        ])
    }

    init?(_ json: JSONValue) {
        guard let number = json["item"]?.text.flatMap({ try? S10($0) }),
            let need = json["need"]?.text.flatMap(Need.init)
        else { return nil }
        self.init(number, to: json["destination"]?.text.flatMap { Country($0) }, needs: need)
    }
}

/// That scans found items in the building: a part of one list.
package struct ItemsFound: Hashable, Sendable {
    /// How many items one entry tells of at most.
    package static let limit = 256

    /// What people call the list.
    package let list: String
    package let items: [FoundItem]
    package let by: Author
    package let at: Moment

    package init(list: String, items: [FoundItem], by: Author, at: Moment) {
        self.list = list
        self.items = items
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("items", .array(items.map(\.json))), ("list", .string(list)),
        ]
    }
}

/// That somebody looked at an item that was found, and says what it needs.
package struct FoundTriaged: Hashable, Sendable {
    package let number: S10
    package let need: FoundItem.Need
    package let reason: String
    package let by: Author
    package let at: Moment

    package init(number: S10, need: FoundItem.Need, reason: String, by: Author, at: Moment) {
        self.number = number
        self.need = need
        self.reason = reason
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("by", .string(by.text)),
            ("item", .string(number.text)), ("need", .string(need.rawValue)),
            ("reason", .string(reason)),
        ]
    }
}

extension EntryFields {
    func itemsFound() throws(Entry.Flaw) -> ItemsFound {
        ItemsFound(
            list: try text("list"),
            items: try list("items", FoundItem.init),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }

    func foundTriaged() throws(Entry.Flaw) -> FoundTriaged {
        FoundTriaged(
            number: try value("item") { try? S10($0) },
            need: try code("need"),
            reason: try text("reason"),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}
