import Mail

/// A tariff code, where given, has the form of one and a heading that the Harmonized System has.
struct TariffCodeMustBeKnown: Rule {
    let codes: [FindingCode: String] = [
        .tariffCodeMalformed: "A tariff code is not 6, 8, 10, 12 or 14 digits.",
        .tariffCodeUnknown: "The first six digits are not a subheading of the Harmonized System.",
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.lines.compactMap { line in
            guard let written = line.lodged.tariffCode else { return nil }
            let pointer = line.pointer + "/tariffCode"
            guard let code = line.tariffCode else {
                return Finding(.tariffCodeMalformed, at: pointer, ["found": written])
            }
            guard !HarmonizedSystem.contains(code) else { return nil }
            return Finding(.tariffCodeUnknown, at: pointer, ["found": String(code.subheading)])
        }
    }
}
