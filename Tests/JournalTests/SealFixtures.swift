import FoundationEssentials

/// Finds cases that this project did not write (`../shared/fixtures` beside the package root).
enum SealFixtures {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["POSTHORN_FIXTURES"] {
            return URL(filePath: path)
        }
        var package = URL(filePath: #filePath)
        for _ in 0..<3 { package.deleteLastPathComponent() }
        return package.deletingLastPathComponent().appending(path: "shared/fixtures")
    }()

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    static func names(in folder: String) -> [String] {
        let path = root.appending(path: folder).path
        return (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
    }
}
