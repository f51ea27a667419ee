import Mail
import Rules

/// A lodgement that every rule lets pass, to spoil one field at a time.
enum Sample {
    static let day = CalendarDay.on("2026-11-24")

    static func context(
        on day: CalendarDay = day,
        country: String = "GB",
        rates: [SDRRate] = [],
        served: ServedCountries = .everywhereAbroad
    ) -> CheckContext {
        guard let country = Country(country) else {
            preconditionFailure("a test names a country of the table, not '\(country)'")
        }
        let office = OfficeProfile(
            operatorName: "Test Post",
            country: country,
            language: .english,
            mode: .test
        )
        return CheckContext(day: day, office: office, rates: SDRTable(rates), served: served)
    }

    static func lodgement(_ spoil: (inout Lodgement) -> Void = { _ in }) -> Lodgement {
        var lodgement = Lodgement()
        lodgement.product = "packet-tracked"
        lodgement.senderKind = "business"
        lodgement.sender.name = "Ada Fox"
        lodgement.sender.lines = ["12 Mill Lane"]
        lodgement.sender.locality = "Leeds"
        lodgement.sender.postcode = "LS1 4AP"
        lodgement.sender.country = "GB"
        lodgement.addressee.name = "Zoë Łukasiewicz"
        lodgement.addressee.lines = ["ul. Długa 5/7"]
        lodgement.addressee.locality = "Kraków"
        lodgement.addressee.postcode = "31-147"
        lodgement.addressee.country = "PL"
        lodgement.addressee.phone = "+48120000000"
        lodgement.grossWeight = 850
        lodgement.contents = contents([line()])
        spoil(&lodgement)
        return lodgement
    }

    static func contents(_ lines: [LodgedLine]) -> LodgedContents {
        var contents = LodgedContents()
        contents.nature = "sale"
        contents.lines = lines
        return contents
    }

    static func line(_ spoil: (inout LodgedLine) -> Void = { _ in }) -> LodgedLine {
        var line = LodgedLine()
        line.description = "Knitted cotton jumper, women's"
        line.quantity = 2
        line.lineNetWeight = 700
        line.lineValue = "58.00"
        line.currency = "GBP"
        line.tariffCode = "611020"
        line.origin = "GB"
        line.sku = "FK-22"
        spoil(&line)
        return line
    }

    /// The lodgement with its only content line spoiled.
    static func lodgement(line spoil: @escaping (inout LodgedLine) -> Void) -> Lodgement {
        lodgement { $0.contents = contents([line(spoil)]) }
    }

    static func check(
        _ lodgement: Lodgement,
        _ context: CheckContext = context()
    ) -> CheckOutcome {
        Checker().check(lodgement, context)
    }
}

extension CheckOutcome {
    var codes: [FindingCode] { report.findings.map(\.code) }

    func finding(_ code: FindingCode) -> Finding? {
        report.findings.first { $0.code == code }
    }
}
