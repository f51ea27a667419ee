import Mail

/// The item's size, where it is stated, is whole and within what its product allows.
struct SizeMustBeWithinLimit: Rule {
    let codes: [FindingCode: String] = [
        .sizeIncomplete:
            "One or two of length, width and height are stated, or one is not above 0.",
        .sizeOverLimit: "The item is larger than its product may be.",
        .sizeUnderLimit: "The item is smaller than its product may be.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let lodged = examined.lodgement.size else { return [] }
        guard let length = lodged.length, let width = lodged.width, let height = lodged.height,
            length > 0, width > 0, height > 0
        else { return [Finding(.sizeIncomplete, at: "/size")] }
        guard let product = examined.product else { return [] }
        let limits = ProductLimits.of(product)
        let sides = [length, width, height].sorted(by: >)
        let found = "\(length) x \(width) x \(height)"
        if let broken = limits.largest.first(where: { !$0.holds(sides) }), !limits.isRoll(sides) {
            return [
                Finding(.sizeOverLimit, at: "/size", ["found": found, "limit": broken.text])
            ]
        }
        if let face = limits.smallestFace, sides[0] < face[0] || sides[1] < face[1],
            !limits.isRoll(sides)
        {
            return [
                Finding(
                    .sizeUnderLimit,
                    at: "/size",
                    ["found": found, "limit": "\(face[0]) x \(face[1])"]
                )
            ]
        }
        return []
    }
}
