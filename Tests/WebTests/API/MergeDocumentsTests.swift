import HTTPTypes
import Mail
import Testing

@testable import Web

@Suite("POST /v1/documents")
struct MergeDocumentsTests {
    private func merge(
        _ api: APIHarness,
        _ kind: String,
        _ items: [String]
    ) async throws -> APIHarness.Answer {
        let list = items.map { "\"\($0)\"" }.joined(separator: ",")
        return try await api.ask(
            .post,
            "/v1/documents",
            "{\"kind\":\"\(kind)\",\"items\":[\(list)]}"
        )
    }

    /// ZPL of many items is that of each, one behind the other: so no page is lost or moved.
    @Test func putsDocumentsOneBehindTheOther() async throws {
        try await APIHarness.serving { api in
            var items: [String] = []
            for number in 0..<3 { items.append(try await api.lodged("m\(number)")) }
            items.swapAt(0, 2)
            var single: [UInt8] = []
            for item in items {
                single +=
                    try await api.ask(.get, "/v1/items/\(item)/documents/label-203.zpl").bytes
            }
            let merged = try await merge(api, "label-203.zpl", items)
            #expect(merged.status == 200 && merged.bytes == single)
            #expect(merged.headers[.contentType] == "application/zpl")
            let pdf = try await merge(api, "label.pdf", items)
            #expect(pdf.bytes.starts(with: Array("%PDF-".utf8)))
            #expect(String(decoding: pdf.bytes, as: Unicode.ASCII.self).contains("/Count 3"))
            let message = try await merge(api, "itmatt.edi", items)
            let text = message.text
            #expect(items.allSatisfy(text.contains) && text.hasPrefix("UNA"))
        }
    }

    @Test func refusesWhatIsNotThereOrNotTheirs() async throws {
        try await APIHarness.serving { api in
            let (mine, other) = (try await api.lodged("a"), try await api.lodged("b", as: "owl"))
            for (kind, items, pointer) in [
                ("label.pdf", [mine, other], "/items/1"), ("label.pdf", ["x", mine], "/items/0"),
                ("cp72.pdf", [mine], "/items/0"), ("label-203.png", [mine], "/kind"),
                ("label.pdf", [], "/items"),
            ] {
                let answer = try await merge(api, kind, items)
                #expect(answer.status == 422)
                let errors = try #require(try answer.json["errors"]?.elements)
                #expect(errors.map { $0["pointer"]?.text } == [pointer])
            }
        }
    }
}
