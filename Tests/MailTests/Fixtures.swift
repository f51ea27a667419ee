import Foundation
import Mail

/// The real cases beside the project: rows of JSON lines; tests without them are skipped.
enum Fixtures {
    static let folder: URL? = {
        let variable = ProcessInfo.processInfo.environment["POSTHORN_FIXTURES"]
        let beside = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "../shared/fixtures").standardizedFileURL
        let folder = variable.map { URL(filePath: $0) } ?? beside
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static var areThere: Bool { folder != nil }

    /// The rows of a file, none where the folder is absent.
    static func rows(_ path: String) -> [Row] {
        guard let folder, let text = try? Data(contentsOf: folder.appending(path: path)) else {
            return []
        }
        return text.split(separator: UInt8(ascii: "\n"))
            .compactMap { try? JSONReader.read(Array($0)) }
            .enumerated().map { Row(number: $0 + 1, json: $1) }
    }

    struct Row: Sendable, CustomStringConvertible {
        let number: Int
        let json: JSONValue

        subscript(name: String) -> String? { json[name]?.text }

        var description: String { "row \(number)" }
    }
}
