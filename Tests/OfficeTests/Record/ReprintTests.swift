import Documents
import Foundation
import Ledger
import Mail
import Testing

@testable import Office

@Suite("Printing again")
struct ReprintTests {
    private func lodged(_ desk: inout OfficeDesk, _ place: Workplace) async throws -> RecordedItem {
        let step = try place.steps(desk).check
        let now = place.clock.now()
        let outcomes = try await desk.lodge(
            try await step.check([try Example.packet("a")], at: now),
            at: now
        )
        return try #require(outcomes.first?.item)
    }

    @Test("the first printing has no cover slip, each later one counts on, after a new ledger too")
    func counts() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        let item = try await lodged(&desk, place)
        let kinds = PrintStep.all(for: item.record)
        var covers: [[UInt8]?] = []
        var files: [[[UInt8]]] = []
        for round in 0..<4 {
            let step = ReprintStep(print: try place.steps(desk).print)
            let printed = try await step.files(
                of: item,
                kinds: kinds,
                desk: &desk,
                at: place.clock.now()
            )
            covers.append(printed.cover)
            files.append(printed.files.map(\.bytes))
            #expect(printed.copy == (round == 0 ? nil : round))
            guard round == 2 else { continue }
            try await desk.close()
            try FileManager.default.removeItem(atPath: place.directory.ledger)
            desk = try await place.open()
        }
        #expect(try desk.ledger.reprints(item.record.id) == 3)
        try await desk.close()
        #expect(Set(files).count == 1)
        #expect(Set(covers).count == 4)
    }

    @Test("what differs is said of the edition where the edition is not what runs here")
    func tellsEditionsApart() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        let item = try await lodged(&desk, place)
        try await desk.close()
        let order = PrintOrder(record: item.record, kinds: [.label], issued: [.label: "00"])
        let file = IssuedFile(kind: .label, bytes: [1])
        let same = item.record.edition
        let cases: [(PrintingEdition, OfficeFault.Code)] = [
            (PrintingEdition(digest: same, differences: []), .documentDiffers),
            (PrintingEdition(digest: same, differences: ["forms"]), .editionDiffers),
            (PrintingEdition(digest: "other", differences: []), .editionDiffers),
        ]
        for (printing, code) in cases {
            let fault = #expect(throws: OfficeFault.self) {
                try IssueStep(printing).compare([file], of: order)
            }
            #expect(fault?.code == code)
        }
    }

    @Test("an office whose edition names other forms adopts one that names those drawn here")
    func renews() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        let edition = desk.edition
        let assets = AssetDirectory(path: place.directory.assets)
        let digest = try #require(AssetDigest(hex: edition))
        let text = String(decoding: try assets.read(digest), as: UTF8.self)
        let other = text.replacingOccurrences(of: "\nforms ", with: "\nforms 9")
        let old = try assets.write(Array(other.utf8)).hex
        try await desk.record([.editionAdopted(old, at: place.clock.now())], at: place.clock.now())
        try await desk.close()
        desk = try await place.open()
        #expect(desk.edition == edition)
        #expect(try desk.ledger.edition() == edition)
        try await desk.close()
        desk = try await place.open()
        #expect(desk.edition == edition)
        try await desk.close()
    }
}
