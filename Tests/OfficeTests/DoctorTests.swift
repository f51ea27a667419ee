import Foundation
import Testing

@testable import Office

@Suite("Doctor")
struct DoctorTests {
    private func verdicts(_ place: Workplace) -> [String: Diagnosis.Verdict] {
        let findings = Doctor.examine(place.directory)
        return Dictionary(findings.map { ($0.subject, $0.verdict) }, uniquingKeysWith: { $1 })
    }

    @Test func findsAnOfficeWell() async throws {
        let place = try await Workplace()
        let found = verdicts(place)
        for subject in ["settings", "keys", "journal", "assets", "ledger", "numbers"] {
            #expect(found[subject] == .well, "\(subject)")
        }
    }

    @Test func countsTheRoomOnTheDisk() async throws {
        let place = try await Workplace()
        let values = try FileManager.default.attributesOfFileSystem(forPath: place.directory.root)
        let free = try #require(values[.systemFreeSize] as? Int)
        #expect(verdicts(place)["disk"] == (free < 1 << 30 ? .warning : .well))
    }

    @Test("names what is broken", arguments: ["keys/signing.key", "journal/checkpoint"])
    func namesWhatIsBroken(_ path: String) async throws {
        let place = try await Workplace()
        try FileManager.default.removeItem(atPath: place.directory.root + "/" + path)
        let subject = path.split(separator: "/").first.map(String.init) ?? ""
        #expect(verdicts(place)[subject] == .broken)
        #expect(
            !Doctor.examine(place.directory).contains { $0.verdict == .broken && $0.fix.isEmpty }
        )
    }

    @Test func namesAnAssetThatChanged() async throws {
        let place = try await Workplace()
        let assets = place.directory.assets
        let largest = try #require(
            try FileManager.default.contentsOfDirectory(atPath: assets)
                .max {
                    let size = { (name: String) in
                        (try? FileManager.default.attributesOfItem(atPath: assets + "/" + name)[
                            .size
                        ])
                            as? Int ?? 0
                    }
                    return size($0) < size($1)
                }
        )
        try Data("not a font".utf8).write(to: URL(filePath: assets + "/" + largest))
        #expect(verdicts(place)["assets"] == .broken)
    }

    @Test func saysThatThereIsNoOffice() {
        let findings = Doctor.examine(OfficeDirectory("/nowhere/at/all"))
        #expect(findings.map(\.verdict) == [.broken])
    }

    @Test func namesASettingThatMeansNothing() async throws {
        let place = try await Workplace()
        try Data("copeis: {}\n".utf8).write(to: URL(filePath: place.directory.settings))
        #expect(verdicts(place)["settings"] == .broken)
    }
}
