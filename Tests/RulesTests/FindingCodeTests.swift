import Mail
import Rules
import Testing

/// Every code of the closed list has a row that produces it, in precedence order.
@Suite("Finding codes")
struct FindingCodeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let code: FindingCode
        let pointer: String
        var severity: Severity?
        let spoil: @Sendable (inout Lodgement) -> Void

        init(
            _ code: FindingCode,
            _ pointer: String,
            _ severity: Severity? = nil,
            _ spoil: @escaping @Sendable (inout Lodgement) -> Void
        ) {
            self.code = code
            self.pointer = pointer
            self.severity = severity
            self.spoil = spoil
        }

        var testDescription: String { "\(code.rawValue) at \(pointer)" }
    }

    /// Said by readers, documents, messages and the office; their own tests produce them.
    static let saidElsewhere: Set<FindingCode> = [
        .rowMalformed, .rowsDisagree, .fieldUnknown, .fieldMalformed, .textDoesNotFit,
        .characterNotPrintable, .characterNotSendable, .referenceReused, .numbersExhausted,
        .notYetBack, .historyIncomplete, .laneClosed, .laneLimited, .laneHeld, .laneDiverted,
    ]

    static let rows =
        FindingRows.shape + FindingRows.parties + FindingRows.measures
        + FindingRows.contents + FindingRows.lines

    @Test("each has a row, or is said elsewhere")
    func isComplete() {
        let produced = Set(Self.rows.map(\.code))
        #expect(produced.isDisjoint(with: Self.saidElsewhere))
        #expect(produced.union(Self.saidElsewhere) == Set(FindingCode.allCases))
    }

    @Test("a row produces its code, and its words fill", arguments: rows)
    func produces(_ row: Row) throws {
        let outcome = Sample.check(Sample.lodgement(row.spoil))
        let finding = try #require(
            outcome.report.findings.first { $0.code == row.code && $0.pointer == row.pointer },
            "found \(outcome.report.findings)"
        )
        #expect(finding.severity == row.severity ?? row.code.severity)
        #expect((outcome.checked == nil) == outcome.report.refuses)
        for language in Language.allCases {
            for text in [
                FindingText.message(finding, language), FindingText.remedy(finding, language),
            ] {
                #expect(!text.contains("{") && !text.contains("?") && !text.contains("  "))
                #expect(!text.hasSuffix("like .") && !text.hasSuffix("(") && !text.isEmpty)
            }
        }
    }

    @Test("the report stands in precedence order and its first code leads")
    func reportsInOrder() {
        let outcome = Sample.check(Lodgement())
        #expect(outcome.codes == outcome.codes.sorted { $0.precedence < $1.precedence })
        #expect(outcome.report.leading == .productMissing)
        #expect(FindingCode.allCases.map(\.precedence) == Array(FindingCode.allCases.indices))
    }

    @Test("the sample is clean, so that each row is its own doing")
    func sampleIsClean() {
        #expect(Sample.check(Sample.lodgement()).report.findings == [])
    }
}
