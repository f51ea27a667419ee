import Foundation
import Testing

@testable import Journal

/// Cases that this project did not write; tests that need them are skipped where they are absent.
enum Fixtures {
    static let crypto: String = folder + "/crypto"

    static let areHere = FileManager.default.fileExists(atPath: crypto)

    private static let folder: String = {
        if let set = ProcessInfo.processInfo.environment["POSTHORN_FIXTURES"] { return set }
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.deletingLastPathComponent().appending(path: "shared/fixtures").path
    }()

    /// The rows of a file of JSON lines; none when the fixtures are absent.
    static func rows<Row: Decodable>(_ name: String, as type: Row.Type = Row.self) -> [Row] {
        guard let text = try? String(contentsOfFile: "\(crypto)/\(name).jsonl", encoding: .utf8)
        else { return [] }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return text.split(separator: "\n")
            .compactMap {
                try? decoder.decode(Row.self, from: Data($0.utf8))
            }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(crypto)/\(path)")))
    }
}

/// A digest in base64; nil for anything that is none, as malicious cases have it.
struct OptionalDigest: Decodable, Sendable {
    let value: Digest?

    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        value = Base64.decode(text).flatMap { Digest($0) }
    }
}

extension [OptionalDigest]? {
    /// All digests, or nil when one is none.
    var all: [Digest]? {
        let values = (self ?? []).map(\.value)
        return values.contains(where: { $0 == nil }) ? nil : values.compactMap { $0 }
    }
}
