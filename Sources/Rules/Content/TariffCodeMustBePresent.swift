import Mail

/// The destination asks for the tariff code of commercial goods.
///
/// Of a business it is required; a private seller is warned, because customs may ask.
struct TariffCodeMustBePresent: Rule {
    let codes: [FindingCode: String] = [
        .tariffCodeMissing:
            "The destination asks for the tariff code of commercial goods and a line has none."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let destination = examined.destination, let severity = examined.demandSeverity
        else { return [] }
        return examined.lines.compactMap { line in
            guard line.lodged.tariffCode == nil else { return nil }
            return Finding(
                .tariffCodeMissing,
                at: line.pointer + "/tariffCode",
                ["country": destination.code],
                severity: severity
            )
        }
    }
}

extension Examined {
    /// How hard a demand on commercial goods is for this sender; nothing for what is private.
    var demandSeverity: Severity? {
        switch commerce {
        case .business: .refuse
        case .privateSale: .warn
        case .none: nil
        }
    }
}
