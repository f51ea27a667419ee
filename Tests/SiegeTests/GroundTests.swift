import Foundation
import Testing

@testable import Siege

/// What attackers are handed leads nowhere else.
@Suite("The ground of a siege")
struct GroundTests {
    private func ground() throws -> Ground {
        var name = Array((NSTemporaryDirectory() + "/posthorn-ground-XXXXXX").utf8CString)
        return try Ground(
            making: try #require(unsafe mkdtemp(&name).map { unsafe String(cString: $0) })
        )
    }

    @Test(
        "no path leads out of it",
        arguments: ["", "/", "/etc/passwd", "..", "a/../../b", "a//b", "./a", "a/", "a\0b"]
    )
    func leadsNowhereElse(_ path: String) throws {
        let ground = try ground()
        defer { try? FileManager.default.removeItem(atPath: ground.root) }
        #expect(throws: Ground.Fault.self) { try ground.path(path) }
    }

    @Test("a link out of it is refused when it is used, and what it leads to stays")
    func followsNoLink() throws {
        let (ground, other) = (try ground(), try ground())
        defer {
            for root in [ground.root, other.root] {
                try? FileManager.default.removeItem(atPath: root)
            }
        }
        let treasure = try other.path("treasure")
        try Attacker.write(Array("gold".utf8), to: treasure)
        try FileManager.default.createSymbolicLink(
            atPath: ground.root + "/folder",
            withDestinationPath: other.root
        )
        try FileManager.default.createSymbolicLink(
            atPath: ground.root + "/file",
            withDestinationPath: treasure.absolute
        )
        var attacker = Attacker(seed: 1)
        for name in ["folder/treasure", "file"] {
            let path = try ground.path(name)
            #expect(throws: Ground.Fault.self) { try attacker.encrypt(path) }
            #expect(throws: Ground.Fault.self) { try Attacker.truncate(path, to: 0) }
            #expect(throws: Ground.Fault.self) { try Attacker.remove(path) }
            #expect(throws: Ground.Fault.self) { try Attacker.write([], to: path) }
            #expect(throws: Ground.Fault.self) { try Attacker.fill(path) }
        }
        #expect(try Data(contentsOf: URL(filePath: treasure.absolute)) == Data("gold".utf8))
    }

    @Test("the root of the machine is no ground")
    func isNoRoot() {
        #expect(throws: Ground.Fault.self) { try Ground(making: "/") }
    }

    @Test("a seed decides what is chosen and what is written")
    func isDecidedBySeed() {
        func draw(_ seed: UInt64) -> ([Int], [UInt8]) {
            var attacker = Attacker(seed: seed)
            return (attacker.choose(5, of: Array(0..<100)), attacker.noise(20))
        }
        #expect(draw(3) == draw(3))
        #expect(draw(3) != draw(4))
        #expect(draw(3).0.count == 5 && draw(3).1.count == 20)
    }
}
