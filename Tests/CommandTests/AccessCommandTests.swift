import Foundation
import Testing

/// Keys as scripts make them: the key alone on standard output.
@Suite("posthorn access")
struct AccessCommandTests {
    private func office(_ scratch: Scratch) throws -> String {
        let office = scratch.path("office")
        try #require(try Binary.posthorn.run("init", office).status == 0)
        return office
    }

    private func add(_ office: String, role: String, mode: String) throws -> Binary.Result {
        try Binary.posthorn
            .run("access", "key", "add", "--office", office, "--role", role, "--mode", mode)
    }

    @Test func printsTheKeyAndNothingElse() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let added = try add(office, role: "shipper", mode: "test")
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.output.hasPrefix("ph_test_"))
        #expect(added.output.utf8.count == 45)
        #expect(added.output.hasSuffix("\n"))
        let id = String(added.output.prefix(16))
        let listed = try Binary.posthorn.run("access", "key", "list", "--office", office)
        #expect(listed.output == "\(id)  active  shipper  shipper\n")
        let files = try scratch.files(in: "office")
        let key = Data(added.output.dropLast().utf8)
        #expect(files.values.allSatisfy { $0.range(of: key) == nil })
    }

    @Test func replacesAndEndsAKey() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let id = String(try add(office, role: "clerk", mode: "test").output.prefix(16))
        let rotated = try Binary.posthorn.run("access", "key", "rotate", id, "--office", office)
        #expect(rotated.output.utf8.count == 45)
        let revoked = try Binary.posthorn.run("access", "key", "revoke", id, "--office", office)
        #expect(revoked.status == 0)
        let again = try Binary.posthorn.run("access", "key", "rotate", id, "--office", office)
        #expect(again.status == 5)
        let unknown = try Binary.posthorn
            .run("access", "key", "revoke", "ph_test_12345678", "--office", office)
        #expect(unknown.status == 4)
        #expect(unknown.errors.contains("hint: `posthorn access key list`"))
    }

    @Test("refuses what no key can be, saying both sides")
    func refuses() throws {
        let scratch = try Scratch()
        let office = try office(scratch)
        let live = try add(office, role: "shipper", mode: "live")
        #expect(live.status == 5)
        #expect(live.output.isEmpty)
        #expect(live.errors.contains("asked for a live key, and this is a test office"))
        #expect(live.errors.contains("hint: ask for --mode test"))
        #expect(try add(office, role: "boss", mode: "test").status == 64)
        #expect(try add(office, role: "shipper", mode: "demo").status == 64)
    }
}
