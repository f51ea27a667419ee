import Mail

/// Content lines make an item goods; calling it correspondence changes nothing, and we say so.
struct GoodsAreNoCorrespondence: Rule {
    let codes: [FindingCode: String] = [
        .natureIsGoods: "Content lines are declared under the nature `correspondence`."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard examined.nature == .correspondence else { return [] }
        return [Finding(.natureIsGoods, at: "/contents/nature")]
    }
}
