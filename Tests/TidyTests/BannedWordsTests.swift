import Testing

/// Words that have no place here, each with what to use instead.
@Suite("Banned words")
struct BannedWordsTests {
    struct Ban: Sendable, CustomTestStringConvertible {
        let word: String
        let instead: String
        var exceptIn: [String] = []
        var testDescription: String { word }
    }

    static let inSources: [Ban] = [
        Ban(word: "Date()", instead: "the clock that is handed in", exceptIn: ["Command/"]),
        Ban(word: "UUID()", instead: "the random source that is handed in"),
        Ban(word: ".random(", instead: "the random source that is handed in"),
        Ban(word: "fatalError(", instead: "a precondition, a refusal or a fault"),
        Ban(word: "try! ", instead: "a typed error"),
        // Each of these wraps a C handle, and says above it why sharing it is safe.
        Ban(
            word: "@unchecked Sendable",
            instead: "Mutex, or a value",
            exceptIn: ["ShapingFont.swift", "Deflater.swift", "Inflater.swift"]
        ),
        Ban(word: "DateFormatter", instead: "Moment and CalendarDay"),
        Ban(word: "JSONDecoder", instead: "JSONReader"),
        Ban(word: "Thread.sleep", instead: "a clock"),
        Ban(
            word: "fdatasync(",
            instead: "the disk seam",
            exceptIn: ["Journal/Disk/", "Documents/Assets/WholeFile.swift", "BenchCommand/"]
        ),
        Ban(
            word: "fsync(",
            instead: "the disk seam",
            exceptIn: ["Journal/Disk/", "Documents/Assets/WholeFile.swift", "BenchCommand/"]
        ),
    ]
    static let everywhere: [Ban] = [
        Ban(word: "TO" + "DO", instead: "an issue"),
        Ban(word: "FIX" + "ME", instead: "an issue"),
        Ban(word: "XX" + "X ", instead: "an issue"),
        Ban(word: "Uti" + "ls", instead: "a name that says what it is about"),
        Ban(word: "chat" + "gpt", instead: "nothing"),
        Ban(word: "Clau" + "de", instead: "nothing"),
        Ban(word: "/ro" + "ot/", instead: "a path that is handed in"),
        Ban(word: "/wo" + "rk/", instead: "a path that is handed in"),
    ]

    @Test("stays out of the sources", arguments: inSources)
    func staysOutOfSources(_ ban: Ban) {
        for file in Project.sources where !ban.exceptIn.contains(where: file.path.contains) {
            for (number, line) in file.lines.enumerated() where !line.contains("//") {
                #expect(
                    !line.contains(ban.word),
                    "\(file.path):\(number + 1): '\(ban.word)'; use \(ban.instead)"
                )
            }
        }
    }

    @Test("stays out of the project", arguments: everywhere)
    func staysOutOfProject(_ ban: Ban) {
        for file in Project.swift + Project.prose {
            for (number, line) in file.lines.enumerated() {
                #expect(
                    !line.contains(ban.word),
                    "\(file.path):\(number + 1): '\(ban.word)'; use \(ban.instead)"
                )
            }
        }
    }
}
