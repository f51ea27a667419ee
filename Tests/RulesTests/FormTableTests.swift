import Mail
import Rules
import Testing

@Suite("The form an item bears")
struct FormTableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let form: DeclarationForm
        let reason: FormReason
        var rates: [SDRRate] = []
        let spoil: @Sendable (inout Lodgement) -> Void

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "a packet of small value", form: .cn22, reason: .valueWithinLimit) { _ in },
        Case(name: "a letter without lines", form: .none, reason: .correspondenceOnly) {
            $0.product = "letter"
            $0.contents = nil
        },
        Case(name: "documents without lines", form: .none, reason: .correspondenceOnly) {
            $0.contents?.nature = "documents"
            $0.contents?.lines = []
        },
        Case(name: "documents with a line are goods", form: .cn22, reason: .valueWithinLimit) {
            $0.contents?.nature = "documents"
        },
        Case(name: "a parcel", form: .cp72, reason: .parcel) { $0.product = "parcel" },
        Case(name: "an e-commerce parcel", form: .cn23, reason: .ecommerceParcel) {
            $0.product = "ecommerce-parcel"
        },
        Case(name: "EMS", form: .cn23, reason: .ems) { $0.product = "ems" },
        Case(name: "two kilograms", form: .cn22, reason: .valueWithinLimit) {
            $0.grossWeight = 2_000
        },
        Case(name: "a gram more", form: .cn23, reason: .overTwoKilograms) {
            $0.grossWeight = 2_001
        },
        Case(name: "as many lines as CN 22 holds", form: .cn22, reason: .valueWithinLimit) {
            $0.grossWeight = 2_000
            $0.contents?.lines = lines(FormLimits.cn22Lines)
        },
        Case(name: "a line more", form: .cn23, reason: .moreLinesThanCN22) {
            $0.grossWeight = 2_000
            $0.contents?.lines = lines(FormLimits.cn22Lines + 1)
        },
        Case(name: "GBP 270", form: .cn22, reason: .valueWithinLimit) { value(&$0, "270.00") },
        Case(name: "GBP 270.01", form: .cn23, reason: .valueOverLimit) { value(&$0, "270.01") },
        Case(name: "a currency without a rate", form: .cn23, reason: .sdrRateMissing) {
            value(&$0, "1.00", "EUR")
        },
        Case(
            name: "300 SDR at a loaded rate",
            form: .cn23,
            reason: .valueOverLimit,
            rates: [rate("EUR", "2026-11-20", "1.2345")]
        ) { value(&$0, "370.35", "EUR") },
        Case(
            name: "a cent under 300 SDR",
            form: .cn22,
            reason: .valueWithinLimit,
            rates: [rate("EUR", "2026-11-20", "1.2345")]
        ) { value(&$0, "370.34", "EUR") },
        Case(
            name: "a loaded rate stands before the fixed equivalent",
            form: .cn22,
            reason: .valueWithinLimit,
            rates: [rate("GBP", "2026-11-24", "1.00")]
        ) { value(&$0, "299.99") },
        Case(
            name: "a rate of a later day is none",
            form: .cn23,
            reason: .sdrRateMissing,
            rates: [rate("JPY", "2026-11-25", "200")]
        ) { value(&$0, "100", "JPY") },
        Case(name: "Northern Ireland to the Union", form: .none, reason: .noCustomsBorder) {
            $0.sender.postcode = "BT1 5GS"
        },
    ]

    private static func rate(_ code: String, _ day: String, _ perSDR: String) -> SDRRate {
        guard let currency = Currency(code) else { preconditionFailure("no currency \(code)") }
        return SDRRate(currency: currency, day: .on(day), perSDR: perSDR, source: "test")
    }

    private static func lines(_ count: Int) -> [LodgedLine] {
        (0..<count)
            .map { _ in
                Sample.line {
                    $0.lineNetWeight = 100; $0.lineValue = "1.00"
                }
            }
    }

    private static func value(_ lodgement: inout Lodgement, _ value: String, _ code: String = "GBP")
    {
        lodgement.contents?.lines[0].lineValue = value
        lodgement.contents?.lines[0].currency = code
    }

    @Test(arguments: cases)
    func decides(_ example: Case) throws {
        let outcome = Sample.check(
            Sample.lodgement(example.spoil),
            Sample.context(rates: example.rates)
        )
        let checked = try #require(outcome.checked, "\(outcome.codes)")
        #expect(
            checked.decision == FormDecision(form: example.form, reason: example.reason)
        )
        #expect(
            checked.report.findings.contains { $0.code == .sdrRateMissing }
                == (example.reason == .sdrRateMissing)
        )
    }
}
