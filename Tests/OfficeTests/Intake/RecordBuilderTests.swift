import Mail
import Testing

@testable import Office

@Suite("Rows of one item")
struct RecordBuilderTests {
    static let header = "reference,product,addressee.name,description,quantity\n"

    @Test func joinsAdjacentRows() throws {
        let taken = try TakenIn(
            Self.header
                + "a,packet,Zoë,Mug,1\na,,,Plate,2\na,packet,Zoë,Spoon,3\nb,packet,Li,Pen,1\n"
        )
        #expect(taken.records.map(\.rowNumbers) == [[2, 3, 4], [5]])
        #expect(taken.lodgements[0].contents?.lines.map(\.quantity) == [1, 2, 3])
        #expect(taken.codes == [[], []])
    }

    @Test func saysWhichRowsDisagree() throws {
        let taken = try TakenIn(Self.header + "a,packet,Zoë,Mug,1\na,parcel,,Plate,2\n")
        let finding = try #require(taken.records[0].findings.first)
        #expect(finding.code == .rowsDisagree)
        #expect(finding.pointer == "/product")
        #expect(finding.details["first"] == "packet")
        #expect(finding.details["found"] == "parcel")
        #expect(finding.details["row"] == "3")
    }

    @Test func keepsRowsApartThatAreNotAdjacent() throws {
        let taken = try TakenIn(Self.header + "a,packet,Zoë,Mug,1\nb,,,,\na,packet,Zoë,Plate,2\n")
        #expect(taken.records.map(\.rowNumbers) == [[2], [3], [4]])
    }

    @Test func letsNoBadRowBlockTheNext() throws {
        let taken = try TakenIn(
            Self.header
                + "a,packet\nb,\"packet,Zoë,Mug,1\nc,packet,Li,Pen,1\nd,p,q,r,1,more\n,,,,\n"
                + "e,packet,Li,Pen,x\n"
        )
        #expect(taken.records.map(\.rowNumbers) == [[2], [3], [4], [5], [7]])
        #expect(
            taken.codes == [
                ["row_malformed"], ["row_malformed"], [], ["row_malformed"], ["field_malformed"],
            ]
        )
        #expect(taken.records[0].key == .row(file: "d19e57", number: 2))
    }

    @Test func boundsCellsAndRows() throws {
        let long = String(repeating: "x", count: IntakeLimits.cell + 1)
        let wide = String(repeating: ",", count: IntakeLimits.columns + 5)
        let taken = try TakenIn(
            Self.header + "a,\(long),,,\nb,\"\(long)\",,,\nc,packet,Li,Pen,1\n\(wide)x\nd,,,,\n"
        )
        #expect(
            taken.codes == [["row_malformed"], ["row_malformed"], [], ["row_malformed"], []]
        )
        #expect(taken.lodgements.map(\.reference) == [nil, nil, "c", nil, "d"])
    }

    @Test func endsAnItemOfTooManyRows() throws {
        let rows = String(repeating: "a,packet,Zoë,Mug,1\n", count: IntakeLimits.rowsOfOneItem + 2)
        let taken = try TakenIn(Self.header + rows)
        #expect(taken.records.allSatisfy { $0.rowNumbers.count <= IntakeLimits.rowsOfOneItem })
        #expect(taken.codes.allSatisfy { $0.contains("row_malformed") })
    }
}
