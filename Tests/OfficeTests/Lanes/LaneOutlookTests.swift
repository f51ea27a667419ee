import Ledger
import Mail
import Testing

@testable import Office

@Suite("What lanes say before everything is known")
struct LaneOutlookTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let product: Product?
        let data: Bool?
        let code: String
        let isRefused: Bool
        let isPartly: Bool
        var testDescription: String { "\(rule) by \(product?.rawValue ?? "any")" }

        init(_ rule: String, _ product: Product?, _ data: Bool?, _ code: String, _ flags: String) {
            self.rule = rule
            self.product = product
            self.data = data
            self.code = code
            isRefused = flags.contains("refused")
            isPartly = flags.contains("partly")
        }
    }

    private static let cases = [
        Case("dest=PL {\"state\":\"closed\"}", nil, nil, "lane_closed", "refused"),
        Case("dest=FR {\"state\":\"closed\"}", nil, nil, "", ""),
        Case("data=yes {\"state\":\"closed\"}", nil, nil, "lane_closed", "partly"),
        Case("data=yes {\"state\":\"closed\"}", nil, true, "lane_closed", "refused"),
        Case("data=yes {\"state\":\"closed\"}", nil, false, "", ""),
        Case("product=parcel {\"state\":\"held\"}", .parcel, nil, "lane_held", ""),
        Case("product=parcel {\"state\":\"held\"}", .letter, nil, "", ""),
        Case("channel=api {\"state\":\"closed\"}", nil, nil, "", ""),
        Case("channel=web {\"state\":\"held\"}", nil, nil, "lane_held", ""),
        Case("any {\"state\":\"capped\",\"over\":\"refuse\",\"perDay\":5}", nil, nil, "", ""),
    ]

    @Test(
        "is told as soon as it is true of everything that it may turn out to be",
        arguments: cases
    )
    func tells(_ example: Case) async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(example.rule, on: &desk)
        let known = LaneOutlook.Known(
            to: try #require(Country("PL")),
            by: example.product,
            data: example.data
        )
        let outlook = try LaneOutlook(
            known,
            through: .web,
            desk.lanes,
            desk.ledger,
            at: bench.time.clock.now()
        )
        let codes = Set(outlook.findings.map(\.code.rawValue))
        #expect(codes == (example.code.isEmpty ? [] : [example.code]))
        #expect(outlook.isRefused == example.isRefused)
        #expect(outlook.isPartly == example.isPartly)
        #expect(outlook.version == 1)
        #expect(outlook.findings.allSatisfy { $0.details["plan"] == "1" })
        try await desk.close()
    }

    @Test("a forecast says which rules it did not open, and how much waits behind them")
    func saysWhatIsShut() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set("dest=PL {\"state\":\"held\"}", on: &desk)
        _ = try await bench.packets(["a", "b", "c"], on: &desk)
        let (ledger, judge, now) = (desk.ledger, desk.lanes, bench.time.clock.now())
        func ask(_ lanes: LaneSelector) throws -> LaneForecast {
            try LaneForecast(
                LaneForecast.Question(lanes, perHour: 10, days: 2, arrives: false),
                ledger,
                judge,
                at: now
            )
        }
        let all = try ask(.any)
        #expect(all.shut.map(\.items) == [3] && all.shut.first?.rule.selector.text == "dest=PL")
        #expect(all.releases.first?.waiting == 3)
        let named = try ask(try LaneSelector("dest=PL"))
        #expect(named.shut.isEmpty && named.releases.first?.waiting == 0)
        try await desk.close()
    }
}
