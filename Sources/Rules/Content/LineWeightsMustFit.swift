import Mail

/// Each line states its net weight, and together they weigh no more than the item.
struct LineWeightsMustFit: Rule {
    let codes: [FindingCode: String] = [
        .lineWeightMissing: "A content line has no net weight.",
        .lineWeightInvalid: "The net weight of a content line is not above zero.",
        .lineWeightsOverGross: "The net weights of the lines are more than the weight of the item.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        var findings: [Finding] = []
        var sum = 0
        for line in examined.lines {
            let pointer = line.pointer + "/lineNetWeight"
            guard let grams = line.lodged.lineNetWeight else {
                findings.append(Finding(.lineWeightMissing, at: pointer))
                continue
            }
            guard grams > 0 else {
                findings.append(
                    Finding(.lineWeightInvalid, at: pointer, ["found": String(grams)])
                )
                continue
            }
            let (total, overflow) = sum.addingReportingOverflow(grams)
            sum = overflow ? .max : total
        }
        if let gross = examined.lodgement.grossWeight, gross > 0, sum > gross {
            findings.append(
                Finding(
                    .lineWeightsOverGross,
                    at: "/grossWeight",
                    ["found": String(sum), "limit": String(gross)]
                )
            )
        }
        return findings
    }
}
