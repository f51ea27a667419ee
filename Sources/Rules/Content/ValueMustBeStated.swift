import Mail

/// Each line states what it is worth, exactly, in the decimals its currency has.
struct ValueMustBeStated: Rule {
    let codes: [FindingCode: String] = [
        .valueMissing: "A content line has no value.",
        .valueMalformed: "A value is not a decimal with the decimals of its currency.",
        .valueInvalid: "A value is zero, or the declared total is beyond what can be written.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        var findings: [Finding] = []
        var total: Int64 = 0
        for line in examined.lines {
            let pointer = line.pointer + "/lineValue"
            guard let written = line.lodged.lineValue else {
                findings.append(Finding(.valueMissing, at: pointer))
                continue
            }
            // Without a currency the decimals are unknown; that is said by the currency's rule.
            guard line.currency != nil else { continue }
            guard let value = line.value else {
                findings.append(
                    Finding(
                        .valueMalformed,
                        at: pointer,
                        ["found": written, "decimals": String(line.currency?.decimals ?? 2)]
                    )
                )
                continue
            }
            total = min(total + value.minorUnits, Self.limit)
            if value.minorUnits == 0 || total == Self.limit {
                findings.append(Finding(.valueInvalid, at: pointer, ["found": written]))
            }
        }
        return findings
    }

    /// A declared total stays below this many minor units, as one value does.
    private static let limit: Int64 = 1_000_000_000_000_000
}
