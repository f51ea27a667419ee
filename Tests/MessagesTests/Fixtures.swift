import FoundationEssentials
import Testing

/// The shared cases that this project did not write; tests that need them are skipped without them.
enum Fixtures {
    /// `POSTHORN_FIXTURES`, else `../shared/fixtures` beside the package.
    static let root: String = {
        if let stated = ProcessInfo.processInfo.environment["POSTHORN_FIXTURES"] { return stated }
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.dropLast().joined(separator: "/") + "/shared/fixtures"
    }()

    static let areHere = FileManager.default.fileExists(atPath: root + "/edifact/files.jsonl")

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: root + "/" + path)))
    }

    /// The rows of a JSON lines file; none where the folder is absent.
    static func rows<Row: Decodable>(_ path: String, as type: Row.Type = Row.self) -> [Row] {
        guard areHere, let bytes = try? bytes(path) else { return [] }
        return bytes.split(separator: UInt8(ascii: "\n"))
            .compactMap {
                try? JSONDecoder().decode(type, from: Data($0))
            }
    }
}
