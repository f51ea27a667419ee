import Mail

/// The destination asks where commercial goods were made.
struct OriginMustBePresent: Rule {
    let codes: [FindingCode: String] = [
        .originMissing:
            "The destination asks for the origin of commercial goods and a line has none."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        guard let destination = examined.destination, let severity = examined.demandSeverity
        else { return [] }
        return examined.lines.compactMap { line in
            guard line.lodged.origin == nil else { return nil }
            return Finding(
                .originMissing,
                at: line.pointer + "/origin",
                ["country": destination.code],
                severity: severity
            )
        }
    }
}
