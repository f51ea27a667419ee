import Foundation
import Testing

/// Runs `docs/RECOVERY.md` from its first command to its last, on an office that was lost.
@Suite("The page for three in the morning")
struct RecoveryPageTests {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The lines of the page's code blocks.
    static func commands() throws -> [String] {
        let page = try String(contentsOf: root.appending(path: "docs/RECOVERY.md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```")
        return blocks.enumerated().filter { $0.offset % 2 == 1 }
            .flatMap { $0.element.split(separator: "\n").map(String.init) }
    }

    /// Runs a line in a shell whose path starts with the commands that were built.
    private func run(_ line: String, in folder: Scratch) throws -> Binary.Result {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let files = ["output", "errors"].map { folder.url.appending(path: ".\($0)") }
        for file in files { try Data().write(to: file) }
        let bin = URL(filePath: Binary.posthorn.path).deletingLastPathComponent().path
        process.arguments = ["-c", "PATH=\(bin):$PATH; cd \(folder.url.path) && \(line)"]
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        return Binary.Result(
            status: process.terminationStatus,
            output: try String(contentsOf: files[0], encoding: .utf8),
            errors: try String(contentsOf: files[1], encoding: .utf8)
        )
    }

    @Test("every command on it works, in its order", .timeLimit(.minutes(30)))
    func works() async throws {
        let folder = try Scratch()
        // A day before: an office with a vault in other hands and a ceremony behind it.
        let items = Self.root.appending(path: "examples/shipments.csv").path
        let rows = try String(contentsOfFile: items, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).prefix(40)
            .joined(separator: "\n")
        _ = try folder.write(rows + "\n", to: "few.csv")
        let before = [
            "posthorn init office",
            "posthorn keys ceremony --office office --out sheets < /dev/null; test $? = 6",
            "posthorn keys ceremony --office office --out sheets --confirm sheets/*-1.txt "
                + "--confirm sheets/*-2.txt --confirm sheets/*-3.txt",
            "posthorn lodge few.csv --office office --out out-before --documents all; test $? -le 3",
            "posthorn documents LA990000006GB --office office --out before",
            "posthorn vault add stick stick --office office",
            "posthorn keys escrow add $PWD/escrow --office office",
            "cp office/journal/vkey vkey-on-paper",
        ]
        for line in before {
            let result = try run(line, in: folder)
            try #require(result.status == 0, "\(line): \(result.output)\(result.errors)")
        }
        try #require(
            try run("mkdir shares && mv sheets/*-1.txt sheets/*-3.txt shares", in: folder).status
                == 0
        )
        // The night: nothing of the office is left.
        try FileManager.default.removeItem(at: folder.url.appending(path: "office"))

        let commands = try Self.commands()
        #expect(commands.count >= 8)
        for line in commands {
            let result = try run(line, in: folder)
            #expect(result.status == 0, "\(line): \(result.output)\(result.errors)")
        }
        // The cover slip alone differs: it says which copy this is.
        func documents(_ name: String) throws -> [String: Data] {
            try folder.files(in: name).filter { !$0.key.hasSuffix("-cover.pdf") }
        }
        #expect(try documents("out") == documents("before"))
        #expect(try documents("out").count > 5)
    }
}
