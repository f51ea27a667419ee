/// The lane an item is on: where to, what, through which door, from whom, and whether customs must
/// be told of it.
package struct LaneKey: Hashable, Sendable {
    package let country: Country
    package let territory: CustomsTerritory?
    package let product: Product
    package let channel: Channel
    package let kind: SenderKind
    /// Whether the item needs customs data, by what it holds and never by a flag.
    package let data: Bool

    package init(
        country: Country,
        territory: CustomsTerritory? = nil,
        product: Product,
        channel: Channel,
        kind: SenderKind,
        data: Bool
    ) {
        self.country = country
        self.territory = territory
        self.product = product
        self.channel = channel
        self.kind = kind
        self.data = data
    }

    /// Goods that cross a customs border bear a form, correspondence bears none: the form that the
    /// rules decided says whether customs data is needed.
    package init(_ item: MailItem, _ decision: FormDecision, through channel: Channel) {
        self.init(
            country: item.addressee.country,
            territory: CustomsTerritory.of(
                item.addressee.country,
                postcode: item.addressee.postcode
            ),
            product: item.product,
            channel: channel,
            kind: item.senderKind,
            data: decision.form != .none
        )
    }

    /// As it is written in a selector that names everything.
    package var text: String {
        "dest=\(country.code),product=\(product.rawValue),channel=\(channel.rawValue),"
            + "kind=\(kind.rawValue),data=\(data ? "yes" : "no")"
    }
}

extension ItemRecord {
    /// The lane that the item was lodged on.
    package var lane: LaneKey { LaneKey(item, decision, through: channel) }
}
