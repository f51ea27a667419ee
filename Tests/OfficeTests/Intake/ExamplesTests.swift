import Foundation
import Mail
import Testing

@testable import Office

@Suite("Examples")
struct ExamplesTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "examples")

    private func taken(_ name: String) throws -> TakenIn {
        try TakenIn(Array(Data(contentsOf: Self.folder.appending(path: name))))
    }

    @Test func shipmentsAreManyAndFarApart() throws {
        let taken = try taken("shipments.csv")
        #expect(taken.records.count >= 1_000)
        #expect(Set(taken.lodgements.compactMap(\.addressee.country)).count >= 60)
        #expect(
            Set(taken.lodgements.compactMap(\.product))
                .isSuperset(of: Product.allCases.map(\.rawValue))
        )
        #expect(taken.notes.isEmpty)
    }

    /// What reading alone can find is found, and nothing else.
    @Test func faultsOfReadingAreTheExpectedOnes() throws {
        let codes: Set = ["row_malformed", "rows_disagree", "field_malformed", "field_unknown"]
        var expected: [Int: Set<String>] = [:]
        let text = try String(
            contentsOf: Self.folder.appending(path: "expected.csv"),
            encoding: .utf8
        )
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let found = Set(cells[2].split(separator: " ").map(String.init)).intersection(codes)
            if !found.isEmpty, let row = Int(cells[3]) { expected[row] = found }
        }
        var found: [Int: Set<String>] = [:]
        for record in try taken("shipments.csv").records where !record.findings.isEmpty {
            for row in record.rowNumbers { found[row] = Set(record.findings.map(\.code.rawValue)) }
        }
        #expect(found == expected)
    }

    @Test(
        "reads without a finding",
        arguments: ["one-item.json", "shipments.jsonl", "click-and-drop.csv"]
    )
    func readsWithoutAFinding(_ name: String) throws {
        let taken = try taken(name)
        #expect(!taken.records.isEmpty)
        #expect(taken.codes.allSatisfy { $0.isEmpty })
    }
}
