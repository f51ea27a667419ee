import Foundation
import Testing

/// Manual pages come from what the parser says, so no command is without one.
@Suite("Manual pages")
struct ManPagesTests {
    private static let script: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/") + "/scripts/man-pages.py"
    }()

    private static func commands(_ binary: Binary) throws -> [String] {
        let help = try binary.run("--experimental-dump-help").output
        let said = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
        return names(of: try #require(said?["command"] as? [String: Any]), below: [])
    }

    private static func names(of command: [String: Any], below path: [String]) -> [String] {
        guard let name = command["commandName"] as? String, name != "help" else { return [] }
        let children = command["subcommands"] as? [[String: Any]] ?? []
        let own = path + [name]
        return [own.joined(separator: "-")] + children.flatMap { names(of: $0, below: own) }
    }

    @Test("every command has a page that says what it does and takes")
    func everyCommand() throws {
        let scratch = try Scratch()
        let folder = scratch.path("man")
        let made = Process()
        made.executableURL = URL(filePath: "/usr/bin/env")
        made.arguments = [
            "python3", Self.script, folder, Binary.posthorn.path, Binary.rescue.path,
        ]
        try made.run()
        made.waitUntilExit()
        try #require(made.terminationStatus == 0)
        let pages = try scratch.files(in: "man")
        let commands = try Self.commands(.posthorn) + Self.commands(.rescue)
        #expect(Set(pages.keys) == Set(commands.map { $0 + ".1" }))
        #expect(commands.count > 20)
        for (name, bytes) in pages {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(bytes.allSatisfy { $0 < 0x80 }, "\(name) is not plain ASCII")
            for heading in [".TH ", ".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS"] {
                #expect(page.contains(heading), "\(name) has no \(heading)")
            }
        }
        let forget = String(decoding: try #require(pages["posthorn-forget.1"]), as: UTF8.self)
        #expect(forget.contains("\\fB\\-\\-epoch\\fR \\fIepoch\\fR"))
        #expect(forget.contains("posthorn forget \\-\\-epoch 2021\\-03"))
    }
}
