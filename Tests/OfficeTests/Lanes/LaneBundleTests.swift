import Foundation
import Ledger
import Mail
import Testing

@testable import Office

@Suite("Lane bundles")
struct LaneBundleTests {
    private struct Signed {
        let bytes: [UInt8]
        let vkey: String
        let at: Moment
    }

    private static func signed(_ rules: [String] = ["dest=US,data=yes"]) async throws -> Signed {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        for rule in rules { try await bench.set("\(rule) {\"state\":\"held\"}", on: &desk) }
        let directory = bench.place.directory
        let bundle = try LaneBundle(directory, desk.ledger, "UTC", at: bench.time.clock.now())
        let bytes = try bundle.signed(directory)
        try await desk.close()
        let vkey = try String(
            contentsOf: URL(filePath: directory.journal + "/vkey"),
            encoding: .utf8
        )
        return Signed(
            bytes: bytes,
            vkey: vkey.trimmingCharacters(in: .whitespacesAndNewlines),
            at: bench.time.clock.now()
        )
    }

    @Test("says by itself what the plan says, and is the same read and written")
    func roundTrip() async throws {
        let signed = try await Self.signed()
        let bundle = try LaneBundle(signed.bytes, signedBy: signed.vkey)
        #expect(bundle.plan.version == 1)
        #expect(bundle.at == signed.at)
        #expect(!bundle.ruleBook.isEmpty)
        let key = try #require(
            LaneKey(
                try LaneSelector("dest=US,product=parcel,channel=counter,kind=private,data=yes"),
                postcode: nil
            )
        )
        let why = LaneWhy(key, by: bundle.plan, at: signed.at)
        #expect(why.state == .held(limit: nil) && why.rules.first?.reason == "test")
        #expect(signed.bytes.starts(with: Array(bundle.text.utf8)))
    }

    @Test(
        "is refused where a letter of it was changed, wherever",
        arguments: [0, 30, 60, 120, 400]
    )
    func refusesWhatWasChanged(_ place: Int) async throws {
        let signed = try await Self.signed()
        var bytes = signed.bytes
        bytes[place] = bytes[place] == 0x61 ? 0x62 : 0x61
        #expect(throws: LaneBundle.Flaw.self) {
            try LaneBundle(bytes, signedBy: signed.vkey)
        }
    }

    @Test("is refused where another office signed it")
    func refusesAnotherOffice() async throws {
        let (one, other) = (try await Self.signed(), try await Self.signed())
        #expect(throws: LaneBundle.Flaw.self) { try LaneBundle(one.bytes, signedBy: other.vkey) }
    }

    /// Minutes since it was made, and what is said then.
    private static let lives: [(Int, LaneBundle.Age)] = [
        (0, .fresh), (1440, .fresh), (1441, .old), (4320, .old), (4321, .lettersOnly), (-5, .fresh),
        (-6, .ahead),
    ]

    @Test("says how old it is", arguments: lives)
    func ages(_ minutes: Int, _ age: LaneBundle.Age) async throws {
        let signed = try await Self.signed([])
        let bundle = try LaneBundle(signed.bytes, signedBy: signed.vkey)
        let now = Moment(milliseconds: signed.at.milliseconds + Int64(minutes) * 60_000)
        #expect(bundle.age(at: now) == age)
    }
}
