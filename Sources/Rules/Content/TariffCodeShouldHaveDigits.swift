import Mail

/// The destination's customs work with a national code of more digits than the common six.
struct TariffCodeShouldHaveDigits: Rule {
    let digits: Int

    let codes: [FindingCode: String] = [
        .tariffCodeShort:
            "A commercial line's tariff code has fewer digits than the destination's tariff."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let destination = examined.destination, examined.demandSeverity != nil else {
            return []
        }
        return examined.lines.compactMap { line in
            guard let code = line.tariffCode, code.digits.utf8.count < digits else { return nil }
            return Finding(
                .tariffCodeShort,
                at: line.pointer + "/tariffCode",
                [
                    "found": code.digits, "expected": String(digits),
                    "country": destination.code,
                ]
            )
        }
    }
}
