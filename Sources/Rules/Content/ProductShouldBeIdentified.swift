import Mail

/// Goods sold to the Union carry the merchant's or the maker's identifier of the product.
struct ProductShouldBeIdentified: Rule {
    let codes: [FindingCode: String] = [
        .productIdentifierMissing:
            "A line of a sale has neither SKU nor GTIN nor manufacturer's identifier."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard examined.nature == .sale else { return [] }
        return examined.lines.compactMap { line in
            guard line.lodged.sku == nil, line.lodged.gtin == nil,
                line.lodged.manufacturerID == nil
            else { return nil }
            return Finding(.productIdentifierMissing, at: line.pointer + "/sku")
        }
    }
}
