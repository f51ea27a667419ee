import Mail

/// The nature of goods is stated, is a box of the form, and is explained where the box asks for it.
struct NatureMustBeStated: Rule {
    let codes: [FindingCode: String] = [
        .natureMissing: "Goods are declared and their nature is not stated.",
        .natureUnknown: "The nature is not a category of CN 22 and CN 23.",
        .natureUnexplained: "The nature is `other` or `mixed` and no explanation is given.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let contents = examined.lodgement.contents else { return [] }
        guard let written = contents.nature else {
            guard examined.isGoods else { return [] }
            return [
                Finding(.natureMissing, at: "/contents/nature", ["expected": Self.natures])
            ]
        }
        guard let nature = examined.nature else {
            return [
                Finding(
                    .natureUnknown,
                    at: "/contents/nature",
                    ["found": written, "expected": Self.natures]
                )
            ]
        }
        guard nature.needsExplanation, contents.explanation == nil else { return [] }
        return [
            Finding(.natureUnexplained, at: "/contents/explanation", ["found": nature.rawValue])
        ]
    }

    private static let natures = Nature.allCases.map(\.rawValue).joined(separator: ", ")
}
