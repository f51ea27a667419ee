package import Mail

/// The lanes on which a rule holds: what is left open holds for all.
package struct LaneScope: Hashable, Sendable {
    package let destinations: CountryGroup?
    package let products: Set<Product>?
    package let senderKinds: Set<SenderKind>?
    /// Whether the rule asks only of goods.
    package let goodsOnly: Bool

    private init(
        destinations: CountryGroup? = nil,
        products: Set<Product>? = nil,
        senderKinds: Set<SenderKind>? = nil,
        goodsOnly: Bool = false
    ) {
        self.destinations = destinations
        self.products = products
        self.senderKinds = senderKinds
        self.goodsOnly = goodsOnly
    }

    package static let any = LaneScope()
    package static let goods = LaneScope(goodsOnly: true)

    package static func goods(to destinations: CountryGroup) -> LaneScope {
        LaneScope(destinations: destinations, goodsOnly: true)
    }

    package static func goods(
        to destinations: CountryGroup? = nil,
        from senderKind: SenderKind
    ) -> LaneScope {
        LaneScope(destinations: destinations, senderKinds: [senderKind], goodsOnly: true)
    }

    package static func product(_ products: Product...) -> LaneScope {
        LaneScope(products: Set(products))
    }

    package func contains(_ examined: Examined) -> Bool {
        if goodsOnly, !examined.isGoods { return false }
        if let products {
            guard let product = examined.product, products.contains(product) else { return false }
        }
        if let senderKinds {
            guard let kind = examined.senderKind, senderKinds.contains(kind) else { return false }
        }
        if let destinations {
            guard let destination = examined.destination, destinations.contains(destination)
            else { return false }
        }
        return true
    }

    /// How the manual names it.
    package var text: String {
        var parts = [goodsOnly ? "goods" : "every item"]
        if let products {
            parts.append("of " + products.map(\.rawValue).sorted().joined(separator: ", "))
        }
        if let senderKinds {
            parts.append("from " + senderKinds.map(\.rawValue).sorted().joined(separator: ", "))
        }
        if let destinations { parts.append("to " + destinations.name) }
        return parts.joined(separator: " ")
    }
}
