package import Mail

/// Says at lodgement, before a number is drawn, what of an item its documents could not print.
///
/// It draws the very documents that will be printed, under a number of the same length, and sets
/// every text that does not surely fit; so what it passes prints. One per thread.
package final class FitCheck {
    private let drawing: Drawing
    private let table: PrintTable
    private let press: Press

    package init(_ stationery: Stationery, table: PrintTable = .standard) {
        drawing = Drawing(stationery: stationery)
        self.table = table
        press = Press(stationery.fonts)
    }

    /// The findings ``FindingCode/textDoesNotFit`` and ``FindingCode/characterNotPrintable``, each
    /// once for a field and character, in the order of the documents.
    package func findings(
        for item: MailItem,
        decision: FormDecision,
        office: OfficeProfile,
        lodgedAt: Moment
    ) throws -> [Finding] {
        let paper = Paper(
            id: try Self.stand(in: item),
            item: item,
            decision: decision,
            office: office,
            lodgedAt: lodgedAt,
            table
        )
        var findings: [Finding] = []
        for kind in DocumentSet.kinds(of: item, decision) where kind.rawValue.hasSuffix(".pdf") {
            let report = try press.fit(drawing.document(kind, paper))
            for flawed in report.findings {
                let finding = Finding(flawed, in: kind)
                let isKnown = findings.contains {
                    $0.code == finding.code && $0.pointer == finding.pointer
                        && $0.details["character"] == finding.details["character"]
                }
                if !isKnown { findings.append(finding) }
            }
        }
        return findings
    }

    /// A number in place of the one that the item has not got yet.
    private static func stand(in item: MailItem) throws -> ItemID {
        if item.declaration == nil, !item.product.isAlwaysNumbered,
            let number = OfficeItemNumber(value: OfficeItemNumber.limit)
        {
            return .office(number)
        }
        return .s10(try S10("RR473124829GB"))
    }
}

extension Finding {
    fileprivate init(_ flawed: FitFinding, in kind: DocumentKind) {
        let pointer = flawed.field?.pointer ?? ""
        switch flawed.flaw {
        case .noGlyph(let scalar):
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            let isControl = scalar.properties.generalCategory == .control
            self.init(
                .characterNotPrintable,
                at: pointer,
                [
                    "character": code, "name": scalar.properties.name ?? "unnamed",
                    "glyph": isControl ? "" : String(scalar), "document": kind.rawValue,
                ]
            )
        case .doesNotFit(let measured, let available):
            self.init(
                .textDoesNotFit,
                at: pointer,
                [
                    "document": kind.rawValue,
                    "measured": "\(measured.width) × \(measured.height)",
                    "available": "\(available.width) × \(available.height)",
                ]
            )
        }
    }
}
