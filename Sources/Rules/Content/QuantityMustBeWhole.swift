import Mail

/// Each line counts its articles.
struct QuantityMustBeWhole: Rule {
    let codes: [FindingCode: String] = [
        .quantityMissing: "A content line has no quantity.",
        .quantityInvalid: "A quantity is not between 1 and 99,999,999.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.lines.compactMap { line in
            let pointer = line.pointer + "/quantity"
            guard let quantity = line.lodged.quantity else {
                return Finding(.quantityMissing, at: pointer)
            }
            guard !(1...99_999_999).contains(quantity) else { return nil }
            return Finding(.quantityInvalid, at: pointer, ["found": String(quantity)])
        }
    }
}
