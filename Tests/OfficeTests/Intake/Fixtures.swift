import Foundation
import Mail
import Testing

/// The shared cases that we did not write; absent, their tests are skipped visibly.
enum Fixtures {
    static let folder: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let places = [
            ProcessInfo.processInfo.environment["POSTHORN_FIXTURES"].map { URL(filePath: $0) },
            root.deletingLastPathComponent().appending(path: "shared/fixtures"),
        ]
        return places.compactMap(\.self)
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    static func lines(_ path: String) -> [JSONValue] {
        guard let folder, let data = try? Data(contentsOf: folder.appending(path: path)) else {
            return []
        }
        return data.split(separator: 0x0A).compactMap { try? JSONReader.read(Array($0)) }
    }

    static func bytes(base64 text: String?) -> [UInt8] {
        Data(base64Encoded: text ?? "").map(Array.init) ?? []
    }
}
