import Ledger
import Mail
import Testing

@testable import Office

@Suite("NumberDesk")
struct NumberDeskTests {
    private static func desk(_ ranges: [(UInt64, UInt64)], next: UInt64) throws -> NumberDesk {
        let series = try #require(NumberSeries("LAGB"))
        return NumberDesk([
            NumberRow(
                series: series,
                next: next,
                before: next,
                ranges: ranges.compactMap {
                    NumberRange(series: series, first: $0.0, last: $0.1)
                }
            )
        ])
    }

    @Test func drawsAcrossAGapAndThenRefuses() throws {
        let series = try #require(NumberSeries("LAGB"))
        var desk = try Self.desk([(5, 6), (10, 10)], next: 5)
        var drawn: [UInt64] = []
        for _ in 1...3 {
            if let mark = desk.mark(for: 1, of: series) { desk.recorded(mark) }
            drawn.append(try desk.draw(series).drawn.number)
        }
        #expect(drawn == [5, 6, 10])
        #expect(throws: NumberDesk.Refusal.exhausted(series)) { try desk.draw(series) }
    }

    @Test func asksForAMarkBeforeTheFirstNumber() throws {
        let series = try #require(NumberSeries("LAGB"))
        let desk = try Self.desk([(0, 99_999)], next: 0)
        #expect(desk.mark(for: 1, of: series)?.before == 1001)
    }

    @Test func neverMarksBeyondTheLastNumber() throws {
        let series = try #require(NumberSeries("LAGB"))
        let desk = try Self.desk([(0, 9)], next: 0)
        #expect(desk.mark(for: 1, of: series)?.before == 10)
    }

    @Test("warns below a twentieth", arguments: [(UInt64(95), false), (96, true)])
    func warns(_ next: UInt64, _ isLow: Bool) throws {
        let series = try #require(NumberSeries("LAGB"))
        #expect(try Self.desk([(0, 99)], next: next).isLow(series) == isLow)
    }

    @Test func givesCorrespondenceAnOfficeNumber() throws {
        let desk = try Self.desk([(0, 9)], next: 0)
        #expect(try desk.series(for: .letter, hasDeclaration: false) == .office)
        #expect(throws: NumberDesk.Refusal.self) {
            try desk.series(for: .letter, hasDeclaration: true)
        }
    }
}
