import HTTPTypes
import Mail
import Testing

@testable import Web

@Suite("/v1/items/{id}", .serialized)
struct ItemTests {
    @Test func showsWhatWasLodgedAndKnowsWhatTheCallerHas() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            let answer = try await api.ask(.get, "/v1/items/" + id)
            #expect(answer.status == 200)
            #expect(try answer.json["lodgement"]?["reference"]?.text == "a")
            #expect(try answer.json["lodgement"]?["customer"]?.text == "fox")
            let tag = try #require(answer.headers[.eTag])
            let again = try await api.ask(
                .get,
                "/v1/items/" + id,
                headers: [.ifNoneMatch: "\"x\", W/\(tag)"]
            )
            #expect(again.status == 304)
            #expect(again.bytes.isEmpty)
        }
    }

    @Test(arguments: ["/v1/items/LA990000006GB", "/v1/items/nothing", "/v1/items/%00"])
    func answersThatThereIsNone(_ path: String) async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(.get, path)
            #expect(answer.status == 404)
            #expect(try answer.json["code"]?.text == "item_unknown")
        }
    }

    @Test func hidesTheItemsOfAnotherAccount() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            for path in ["", "/documents", "/documents/label.pdf", "/proof"] {
                let answer = try await api.ask(.get, "/v1/items/" + id + path, as: "owl")
                #expect(answer.status == 404)
                #expect(try answer.json["code"]?.text == "item_unknown")
            }
            let list = try await api.ask(.get, "/v1/items", as: "owl")
            #expect(try list.json["items"]?.elements?.isEmpty == true)
        }
    }

    @Test func cancelsWithAReasonOnceHoweverOftenAsked() async throws {
        try await APIHarness.serving { api in
            let path = "/v1/items/" + (try await api.lodged("a"))
            let without = try await api.ask(.post, path + "/cancel", "{}")
            #expect(without.status == 422)
            #expect(try without.json["errors"]?.elements?.first?["pointer"]?.text == "/reason")
            for _ in 1...2 {
                let answer = try await api.ask(.post, path + "/cancel", "{\"reason\":\"sold\"}")
                #expect(answer.status == 200)
                #expect(try answer.json["state"]?.text == "cancelled")
            }
            let accept = try await api.ask(.post, path + "/accept", as: "clerk")
            #expect(accept.status == 409)
            #expect(try accept.json["code"]?.text == "move_illegal")
            #expect(try accept.json["possible"]?.elements == [])
        }
    }

    @Test func amendsOnlyWhatTheCallerSaw() async throws {
        try await APIHarness.serving { api in
            let path = "/v1/items/" + (try await api.lodged("a"))
            let tag = try #require(try await api.ask(.get, path).headers[.eTag])
            let body = APIExample.packet("a", quantity: 3)
            let blind = try await api.ask(.put, path, body)
            #expect(blind.status == 428)
            let good = try await api.ask(.put, path, headers: [.ifMatch: tag], body)
            #expect(good.status == 200)
            #expect(good.headers[.eTag] != tag)
            let stale = try await api.ask(.put, path, headers: [.ifMatch: tag], body)
            #expect(stale.status == 412)
            #expect(try stale.json["code"]?.text == "version_stale")
            let weak = try await api.ask(.put, path, headers: [.ifMatch: "W/" + tag], body)
            #expect(weak.status == 412)
            let refused = try await api.ask(
                .put,
                path,
                headers: [.ifMatch: "*"],
                body.replacing("packet-tracked", with: "ems")
            )
            #expect(refused.status == 409 || refused.status == 422)
            let stolen = body.replacing("{\"ref", with: "{\"customer\":\"owl\",\"ref")
            #expect(
                try await api.ask(.put, path, headers: [.ifMatch: "*"], stolen).status == 403
            )
        }
    }

    @Test func acceptsForAClerkAndNotForAShipper() async throws {
        try await APIHarness.serving { api in
            let path = "/v1/items/" + (try await api.lodged("a")) + "/accept"
            let shipper = try await api.ask(.post, path)
            #expect(shipper.status == 403)
            #expect(try shipper.json["code"]?.text == "not_permitted")
            let clerk = try await api.ask(.post, path, as: "clerk")
            #expect(try clerk.json["state"]?.text == "accepted")
        }
    }

    @Test func handsOutEveryDocumentWithItsDigestAsTag() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            let list = try await api.ask(.get, "/v1/items/\(id)/documents")
            let documents = try #require(try list.json["documents"]?.elements)
            #expect(documents.count >= 8)
            for document in documents {
                let url = try #require(document["url"]?.text)
                let answer = try await api.ask(.get, url)
                #expect(answer.status == 200)
                #expect(answer.headers[.contentType] == document["media_type"]?.text)
                let tag = try #require(answer.headers[.eTag])
                #expect(tag.utf8.count == 66)
                #expect(answer.headers[.contentDisposition]?.contains(id) == true)
                let again = try await api.ask(.get, url, headers: [.ifNoneMatch: tag])
                #expect(again.status == 304)
            }
            let pdf = try await api.ask(.get, "/v1/items/\(id)/documents/label.pdf")
            #expect(pdf.bytes.starts(with: Array("%PDF-".utf8)))
            let reprint = try await api.ask(
                .post,
                "/v1/items/\(id)/documents/label.pdf/reprint"
            )
            #expect(reprint.bytes == pdf.bytes)
            #expect(reprint.headers[.copy] == "1")
            let link = try #require(reprint.headers[.link])
            let path = String(link.dropFirst().prefix { $0 != ">" })
            #expect(path == "/v1/items/\(id)/reprints/1/cover.pdf")
            let slip = try await api.ask(.get, path)
            #expect(slip.bytes.starts(with: Array("%PDF-".utf8)))
            #expect(try await api.ask(.get, path).bytes == slip.bytes)
            let later = try await api.ask(.get, "/v1/items/\(id)/reprints/2/cover.pdf")
            #expect(later.status == 404)
            let none = try await api.ask(.get, "/v1/items/\(id)/documents/cn99.pdf")
            #expect(none.status == 404)
            #expect(try none.json["code"]?.text == "document_unknown")
        }
    }

    @Test func makesOneCopyOfAllThatIsPrintedTogether() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            let first = try await api.ask(.post, "/v1/items/\(id)/reprints", "{}")
            #expect(first.status == 200)
            #expect(try first.json["copy"] == .null)
            let again = try await api.ask(
                .post,
                "/v1/items/\(id)/reprints",
                "{\"kinds\":[\"label.pdf\",\"cn22.pdf\"]}"
            )
            #expect(again.status == 201)
            #expect(try again.json["copy"]?.wholeNumber == 1)
            #expect(try again.json["kinds"]?.elements?.count == 2)
            let cover = try #require(try again.json["cover"]?.text)
            #expect(try await api.ask(.get, cover).status == 200)
            #expect(try await api.ask(.get, cover, as: "owl").status == 404)
            let both = try await withThrowingTaskGroup(of: Int?.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await api.ask(.post, "/v1/items/\(id)/reprints", "{}")
                            .json["copy"]?
                            .wholeNumber
                    }
                }
                return try await group.reduce(into: []) { $0.append($1 ?? 0) }
            }
            #expect(both.sorted() == [2, 3, 4, 5])
            let unknown = try await api.ask(
                .post,
                "/v1/items/\(id)/reprints",
                "{\"kinds\":[\"cn99.pdf\"]}"
            )
            #expect(unknown.status == 422)
            #expect(unknown.text.contains("/kinds/0"))
        }
    }

    @Test func answersAHeadRequestWithoutABody() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            let answer = try await api.ask(.head, "/v1/items/" + id)
            #expect(answer.status == 200)
            #expect(answer.bytes.isEmpty)
            #expect(answer.headers[.eTag] != nil)
        }
    }

    @Test func givesAReceiptOnceACheckpointCoversTheEntry() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            var answer = try await api.ask(.get, "/v1/items/\(id)/proof")
            var asked = 1
            while answer.status == 409, asked < 2000 {
                #expect(try answer.json["code"]?.text == "proof_pending")
                answer = try await api.ask(.get, "/v1/items/\(id)/proof")
                asked += 1
            }
            #expect(answer.status == 200)
            #expect(answer.text.hasPrefix("c2sp.org/tlog-proof@v1\n"))
            let checkpoint = try await api.ask(.get, "/v1/journal/checkpoint", as: "auditor")
            #expect(checkpoint.status == 200)
            #expect(try await api.ask(.get, "/v1/journal/checkpoint").status == 403)
        }
    }
}
