import Foundation
import HTTPTypes
import Mail
import Testing

@testable import Web

/// What others collected to break readers of JSON and of texts (fixtures beside the project).
@Suite("Hostile input", .serialized, .enabled(if: Hostile.areThere, "the fixtures are not here"))
struct HostileInputTests {
    @Test(arguments: ["/v1/items", "/v1/drafts", "/v1/webhooks"])
    func isAnsweredWithAProblemOrTakenButNeverAFault(_ path: String) async throws {
        try await APIHarness.serving { api in
            for line in try Hostile.lines("json_test_suite.jsonl") {
                let file = line["file"]?.text ?? ""
                let encoded = try #require(line["content_b64"]?.text)
                let bytes = try #require(Data(base64Encoded: encoded))
                let answer = try await api.ask(
                    .post,
                    path,
                    as: "fox",
                    headers: [:],
                    bytes: Array(bytes)
                )
                #expect(answer.status < 500, "\(file)")
                switch line["expected"]?.text {
                case "reject": #expect(answer.status == 400, "\(file)")
                case "accept":
                    #expect(answer.status != 400 || file.hasPrefix("y_object_dup"), "\(file)")
                default: break
                }
                #expect(throws: Never.self) { try JSONReader.read(answer.bytes) }
            }
        }
    }

    @Test func isTakenOrRefusedInEveryFieldOfALodgement() async throws {
        try await APIHarness.serving { api in
            let strings = try Hostile.lines("naughty_strings.jsonl")
                .compactMap { $0["value"]?.text }
            let lodgement = try JSONReader.read(Array(APIExample.packet("x").utf8))
            let places = Self.places(in: lodgement)
            // Every string in some field and every field with some strings; all pairs take hours.
            for (number, text) in strings.enumerated() {
                let items = (0..<4)
                    .map {
                        Self.put(text, at: places[(number * 4 + $0) % places.count], in: lodgement)
                    }
                let body = JSONText.bytes(.members([("items", .array(items))]))
                let answer = try await api.ask(
                    .post,
                    "/v1/items",
                    as: "fox",
                    headers: [:],
                    bytes: body
                )
                #expect(answer.status == 200 || answer.status == 403, "\(text)")
                #expect(throws: Never.self) { try JSONReader.read(answer.bytes) }
            }
        }
    }

    @Test func isTakenOrRefusedAsAParameterAHeaderAndAReason() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            for line in try Hostile.lines("naughty_strings.jsonl") {
                let text = line["value"]?.text ?? ""
                let query = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                let paths = [
                    "/v1/items?q=\(query)", "/v1/items?reference=\(query)",
                    "/v1/items?cursor=\(query)", "/v1/items/\(query)", "/v1/drafts/\(query)",
                    "/v1/items/\(id)/documents/\(query)", "/v1/webhooks/\(query)",
                ]
                for path in paths {
                    #expect(try await api.ask(.get, path).status < 500, "\(path)")
                }
                let reason = JSONText.write(.members([("reason", .string(text))]))
                let answer = try await api.ask(.post, "/v1/items/\(id)/cancel", reason)
                #expect(answer.status == 200 || answer.status == 422)
            }
        }
    }

    /// Where texts stand in a lodgement.
    private static func places(in value: JSONValue, _ path: [String] = []) -> [[String]] {
        switch value {
        case .string: [path]
        case .object(let members): members.flatMap { places(in: $0.value, path + [$0.name]) }
        case .array(let elements):
            elements.enumerated().flatMap { places(in: $1, path + [String($0)]) }
        default: []
        }
    }

    private static func put(_ text: String, at path: [String], in value: JSONValue) -> JSONValue {
        guard let name = path.first else { return .string(text) }
        let rest = Array(path.dropFirst())
        switch value {
        case .object(let members):
            return .object(
                members.map {
                    $0.name == name
                        ? JSONValue.Member(name, put(text, at: rest, in: $0.value)) : $0
                }
            )
        case .array(let elements):
            return .array(
                elements.enumerated().map { String($0) == name ? put(text, at: rest, in: $1) : $1 }
            )
        default: return value
        }
    }
}

private enum Hostile {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/fixtures/parsers")

    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func lines(_ name: String) throws -> [JSONValue] {
        try Data(contentsOf: folder.appending(path: name)).split(separator: UInt8(ascii: "\n"))
            .map { try JSONReader.read(Array($0)) }
    }
}
