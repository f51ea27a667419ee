import Foundation
import HTTPTypes
import Ledger
import Mail
import Office
import Testing

@testable import Web

@Suite("/v1/drafts", .serialized)
struct DraftTests {
    @Test func waitsUntilACounterMakesAnItemOfIt() async throws {
        try await APIHarness.serving { api in
            let saved = try await api.ask(.post, "/v1/drafts", APIExample.packet(nil))
            #expect(saved.status == 201)
            let code = try #require(try saved.json["draft"]?.text)
            let path = try #require(saved.headers[.location])
            let shown = try await api.ask(.get, "/v1/drafts/" + code.lowercased())
            #expect(shown.bytes == saved.bytes)
            #expect(try await api.ask(.get, path, as: "owl").status == 404)
            #expect(try await api.ask(.post, path + "/accept").status == 403)
            let accepted = try await api.ask(.post, path + "/accept", as: "clerk")
            #expect(accepted.status == 201)
            #expect(try accepted.json["state"]?.text == "accepted")
            let again = try await api.ask(.post, path + "/accept", as: "clerk")
            #expect(again.status == 200)
            #expect(again.headers[.idempotentReplayed] == "true")
            #expect(try again.json["item"] == accepted.json["item"])
            let id = try #require(try accepted.json["item"]?.text.flatMap { ItemID($0) })
            #expect(try api.office.ledger.item(id)?.channel == .counter)
            #expect(try api.office.ledger.item(id)?.customer == "fox")
            let bound = try await api.ask(.delete, path)
            #expect(bound.status == 409)
            #expect(try bound.json["item"]?.text == id.text)
        }
    }

    @Test func saysWhatIsMissingAndRefusesWhatItCannotKeep() async throws {
        try await APIHarness.serving { api in
            let partial = try await api.ask(.post, "/v1/drafts", "{\"product\":\"letter\"}")
            #expect(partial.status == 201)
            #expect(try partial.json["findings"]?.elements?.isEmpty == false)
            let refused = try await api.ask(
                .post,
                (partial.headers[.location] ?? "") + "/accept",
                as: "admin"
            )
            #expect(refused.status == 422)
            let unknown = try await api.ask(.post, "/v1/drafts", "{\"produkt\":\"letter\"}")
            #expect(unknown.status == 422)
            #expect(try unknown.json["errors"]?.elements?.first?["code"]?.text == "field_unknown")
        }
    }

    @Test func isSavedOncePerIdempotencyKey() async throws {
        try await APIHarness.serving { api in
            let headers: HTTPFields = [.idempotencyKey: "d1"]
            let first = try await api.ask(.post, "/v1/drafts", headers: headers, "{}")
            let second = try await api.ask(.post, "/v1/drafts", headers: headers, "{}")
            #expect(second.status == 200)
            #expect(try second.json["draft"] == first.json["draft"])
            // The same key and body at another address is another request.
            let item = try await api.ask(.post, "/v1/items", headers: headers, "{}")
            #expect(item.status == 422)
        }
    }

    @Test func isGivenUpOnce() async throws {
        try await APIHarness.serving { api in
            let saved = try await api.ask(.post, "/v1/drafts", "{}")
            let path = try #require(saved.headers[.location])
            #expect(try await api.ask(.delete, path).status == 204)
            #expect(try await api.ask(.delete, path).status == 204)
            #expect(try await api.ask(.get, path).status == 404)
            #expect(try await api.ask(.get, "/v1/drafts/0O1I").status == 404)
        }
    }

    /// The foreign reader is `zbarimg`.
    @Test func hasAQRCodeThatReadersRead() async throws {
        try await APIHarness.serving { api in
            let saved = try await api.ask(.post, "/v1/drafts", "{}")
            let path = try #require(saved.headers[.location])
            let png = try await api.ask(.get, path + "/qr.png")
            #expect(png.headers[.contentType] == "image/png")
            let file = FileManager.default.temporaryDirectory
                .appending(path: "posthorn-qr-\(UUID().uuidString).png")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(png.bytes).write(to: file)
            let read = try Self.run("/usr/bin/zbarimg", ["--raw", "-q", file.path])
            let code = try #require(try saved.json["draft"]?.text)
            #expect(read == code + "\n")
            let svg = try await api.ask(.get, path + "/qr.svg")
            #expect(svg.headers[.contentType] == "image/svg+xml")
            #expect(svg.text.hasPrefix("<svg "))
        }
    }

    private static func run(_ path: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
