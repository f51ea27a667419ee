import Testing

/// Imports point downward, files and functions stay short.
@Suite("Layout")
struct LayoutTests {
    /// Which of our targets each target may import (design.md §3).
    static let mayImport: [String: Set<String>] = [
        "Mail": [], "Journal": [],
        "Rules": ["Mail"], "Documents": ["Mail"], "Messages": ["Mail"],
        "Ledger": ["Mail", "Journal"],
        "Vault": ["Journal"],
        "Office": ["Mail", "Rules", "Documents", "Messages", "Journal", "Vault", "Ledger"],
        "Web": ["Mail", "Office", "Ledger"],
        "PosthornCommand": [
            "Mail", "Rules", "Documents", "Messages", "Journal", "Vault", "Ledger", "Office", "Web",
            "Siege",
        ],
        "Siege": [
            "Mail", "Rules", "Documents", "Messages", "Journal", "Vault", "Ledger", "Office",
            "JournalSimulation",
        ],
        "RescueCommand": ["Journal", "Vault"],
        "JournalSimulation": ["Journal"],
        "JournalExerciser": ["Journal", "JournalSimulation"],
        "BenchCommand": [
            "Mail", "Rules", "Documents", "Messages", "Journal", "Vault", "Ledger", "Office", "Web",
        ],
    ]
    static let ours: Set<String> = [
        "Mail", "Journal", "Rules", "Documents", "Messages", "Vault", "Ledger", "Office", "Web",
        "Siege", "JournalSimulation",
    ]

    @Test("imports only what lies below it", arguments: Project.sources)
    func importsDownward(_ file: Project.File) throws {
        let target = String(file.path.split(separator: "/")[1])
        let allowed = try #require(Self.mayImport[target], "no row for target \(target)")
        for line in file.lines {
            let words = line.split(separator: " ")
            guard let verb = words.firstIndex(of: "import"), verb <= 2, verb + 1 < words.count,
                words[..<verb]
                    .allSatisfy({ ["package", "internal", "private", "@testable"].contains($0) })
            else { continue }
            let name = String(words[verb + 1])
            guard Self.ours.contains(name) else { continue }
            #expect(allowed.contains(name), "\(file.path) imports \(name)")
        }
    }

    @Test("is at most 400 lines long", arguments: Project.swift)
    func isShort(_ file: Project.File) {
        // Code lists are facts, exempt: a file that says so in its first line.
        guard !file.path.contains("/Tables/"), !file.path.hasSuffix("CountryTable.swift") else {
            return
        }
        #expect(file.lines.count <= 401, "\(file.lines.count) lines; split it by what it is about")
    }

    @Test("has no function over 70 lines", arguments: Project.swift)
    func hasShortFunctions(_ file: Project.File) {
        let lines = file.lines
        for (start, line) in lines.enumerated() {
            let body = line.drop { $0 == " " }
            let words = body.split(separator: " ")
            guard
                words.contains("func") || body.hasPrefix("init(")
                    || words.contains(where: { $0.hasPrefix("init(") }),
                !body.hasPrefix("//"), !body.hasPrefix("\"")
            else { continue }
            let closing = String(repeating: " ", count: line.count - body.count) + "}"
            guard
                line.last == "{"
                    || lines.dropFirst(start).prefix(8).contains(where: { $0.hasSuffix("{") })
            else { continue }
            guard let end = lines[start...].firstIndex(where: { $0 == closing }) else { continue }
            #expect(end - start + 1 <= 70, "\(file.path):\(start + 1): \(end - start + 1) lines")
        }
    }
}
