import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Mail
import NIOCore
import Testing

@testable import Office
@testable import Web

/// Pages as a browser gets them, without one: headers, refusals, what a form does.
@Suite("Pages")
struct PageTests {
    private struct Reader: Sendable {
        let client: any TestClientProtocol
        let key: String?

        func ask(
            _ method: HTTPRequest.Method,
            _ path: String,
            _ body: String? = nil,
            _ headers: [HTTPField] = []
        ) async throws -> (status: Int, headers: HTTPFields, text: String) {
            var fields = HTTPFields()
            if let key { fields[.authorization] = "Bearer \(key)" }
            if body != nil { fields[.contentType] = "application/x-www-form-urlencoded" }
            for header in headers { fields[header.name] = header.value }
            let answer = try await client.execute(
                uri: path,
                method: method,
                headers: fields,
                body: body.map { ByteBuffer(string: $0) }
            )
            return (answer.status.code, answer.headers, String(buffer: answer.body))
        }

        func expect(
            _ status: Int,
            _ method: HTTPRequest.Method,
            _ path: String,
            _ body: String? = nil,
            _ headers: [HTTPField] = [],
            at place: SourceLocation = #_sourceLocation
        ) async throws {
            let found = try await ask(method, path, body, headers).status
            #expect(found == status, "\(method) \(path)", sourceLocation: place)
        }
    }

    private func reading(
        as role: Role?,
        customer: String? = nil,
        _ body: @Sendable (AccessPlace, Reader) async throws -> Void
    ) async throws {
        try await AccessPlace.run { place, client in
            var key: String?
            if let role { key = try await place.key(role, customer: customer) }
            try await body(place, Reader(client: client, key: key))
        }
    }

    private static let goods = FormValuesText.of([
        ("addressee.country", "PL"), ("product", "packet-tracked"), ("grossWeight", "850"),
        ("senderKind", "private"), ("sender.name", "Ada Fox"), ("sender.lines.0", "12 Mill Lane"),
        ("sender.locality", "Leeds"), ("sender.postcode", "LS1 4AP"), ("sender.country", "GB"),
        ("addressee.name", "<b>\"Zoë\"</b>"), ("addressee.lines.0", "ul. Długa 5"),
        ("addressee.locality", "Kraków"), ("addressee.postcode", "31-147"),
        ("contents.nature", "gift"), ("contents.lines.0.description", "Knitted cotton jumper"),
        ("contents.lines.0.quantity", "2"), ("contents.lines.0.lineNetWeight", "700"),
        ("contents.lines.0.lineValue", "58.00"), ("contents.lines.0.currency", "GBP"),
        ("contents.lines.0.tariffCode", "611020"), ("contents.lines.0.origin", "GB"),
        ("once", "0123456789abcdef"), ("do", "lodge"),
    ])

    @Test func letNothingIn() async throws {
        try await reading(as: nil) { _, reader in
            for path in ["/", "/send", "/sign-in", "/no-such-page"] {
                let page = try await reader.ask(.get, path)
                let policy = page.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.hasPrefix("default-src 'none'"), "\(path)")
                #expect(!policy.contains("unsafe"), "\(path)")
                #expect(page.headers[.xContentTypeOptions] == "nosniff", "\(path)")
                #expect(page.headers[.cacheControl] == "no-store", "\(path)")
                #expect(page.headers[.referrerPolicy] == "same-origin", "\(path)")
            }
        }
    }

    @Test func keepAssetsUnderNamesOfTheirBytes() async throws {
        try await reading(as: nil) { _, reader in
            for asset in ServedAsset.all {
                let file = try await reader.ask(.get, asset.path)
                #expect(file.status == 200)
                #expect(file.headers[.cacheControl]?.contains("immutable") == true)
                try await reader.expect(200, .head, asset.path)
            }
            try await reader.expect(404, .get, "/assets/style-000000000000.css")
        }
    }

    @Test func askWhoItIsAndSayWhatMayNotBe() async throws {
        try await reading(as: nil) { _, reader in
            let page = try await reader.ask(.get, "/items")
            #expect(page.status == 303)
            #expect(page.headers[.location] == "/sign-in?next=%2Fitems")
        }
        try await reading(as: .exchange) { _, reader in
            try await reader.expect(403, .get, "/staff")
            try await reader.expect(403, .get, "/developers/keys")
        }
    }

    @Test func speakTheLanguageThatIsAskedFor() async throws {
        try await reading(as: nil) { _, reader in
            let german = try await reader.ask(
                .get,
                "/no-such-page",
                nil,
                [HTTPField(name: .acceptLanguage, value: "de-AT, en;q=0.5")]
            )
            #expect(german.status == 404)
            #expect(german.text.contains("<html lang=\"de\""))
            #expect(german.text.contains("Seite nicht gefunden"))
            let italian = try await reader.ask(.get, "/?lang=it")
            #expect(italian.text.contains("<html lang=\"it\""))
            #expect(italian.headers[.setCookie]?.contains("posthorn_language=it") == true)
        }
    }

    @Test func lodgeOnceHoweverOftenAFormIsSent() async throws {
        try await reading(as: .clerk) { place, reader in
            let first = try await reader.ask(.post, "/counter", Self.goods)
            #expect(first.status == 303, "\(first.text)")
            let again = try await reader.ask(.post, "/counter", Self.goods)
            #expect(again.headers[.location] == first.headers[.location])
            #expect(try place.office.ledger.itemCount() == 1)
            let lodged = try await reader.ask(.get, first.headers[.location] ?? "")
            #expect(lodged.status == 200)
            let items = try await reader.ask(.get, "/items?q=LA")
            #expect(items.text.contains("&lt;b&gt;&quot;Zoë&quot;&lt;/b&gt;"))
            #expect(!items.text.contains("<b>\"Zoë\"</b>"))
        }
    }

    @Test func sayWhatIsWrongAboveAndBesideTheField() async throws {
        try await reading(as: .clerk) { place, reader in
            let page = try await reader.ask(.post, "/counter?lang=fr", "do=lodge")
            #expect(page.status == 422)
            #expect(page.text.contains("<title>Erreur :"))
            #expect(page.text.contains("href=\"#addressee-country\""))
            #expect(page.text.contains("aria-invalid=\"true\""))
            #expect(try place.office.ledger.itemCount() == 0)
        }
    }

    @Test func refuseFormsThatNoneOfOurPagesSent() async throws {
        try await reading(as: nil) { _, reader in
            let page = try await reader.ask(.post, "/send", "csrf=guessed")
            #expect(page.status == 403)
            let login = try await reader.ask(.post, "/sign-in", "name=a&password=b")
            #expect(login.status == 403)
        }
    }

    @Test func refuseWhatIsTooLargeOrNoForm() async throws {
        try await reading(as: .clerk) { _, reader in
            let large = String(repeating: "a", count: FormValues.limit + 1)
            try await reader.expect(413, .post, "/counter", "reference=\(large)")
            try await reader.expect(400, .post, "/counter", "a=%zz")
            let json = HTTPField(name: .contentType, value: "application/json")
            try await reader.expect(415, .post, "/counter", "{}", [json])
        }
    }

    @Test func hideWhatBelongsToAnotherAccount() async throws {
        try await AccessPlace.run { place, client in
            let clerk = Reader(client: client, key: try await place.key(.clerk))
            let form = Self.goods + "&customer=fox"
            let location = try await clerk.ask(.post, "/counter", form).headers[.location] ?? ""
            let id = location.split(separator: "/").last.map(String.init) ?? ""
            let fox = Reader(client: client, key: try await place.key(.shipper, customer: "fox"))
            let owl = Reader(client: client, key: try await place.key(.shipper, customer: "owl"))
            try await fox.expect(200, .get, "/items/\(id)")
            for path in ["", "/cancel", "/amend", "/receipt", "/documents/label.pdf"] {
                try await owl.expect(404, .get, "/items/\(id)\(path)")
            }
            let list = try await owl.ask(.get, "/items").text
            #expect(!list.contains(id.prefix(11)))
        }
    }

    @Test func cancelWithAReasonAndTellIt() async throws {
        try await reading(as: .clerk) { _, reader in
            let location = try await reader.ask(.post, "/counter", Self.goods).headers[.location]
            let id = location?.split(separator: "/").last.map(String.init) ?? ""
            try await reader.expect(422, .post, "/items/\(id)/cancel", "reason=")
            let done = try await reader.ask(.post, "/items/\(id)/cancel", "reason=sold+out")
            #expect(done.status == 303)
            let page = try await reader.ask(.get, "/items/\(id)")
            #expect(page.text.contains("sold out"))
            #expect(page.text.contains("state cancelled"))
        }
    }

    @Test func slowDownVisitorsThatAskTooOften() throws {
        let meter = VisitorMeter(perMinute: 120)
        let now = Moment(milliseconds: 1_795_000_040_000)
        for _ in 0..<meter.perMinute { try meter.count("192.0.2.1", at: now) }
        #expect(throws: WebRefusal.rateLimited(retryAfter: 40)) {
            try meter.count("192.0.2.1", at: now)
        }
        try meter.count("192.0.2.2", at: now)
        try meter.count("192.0.2.1", at: Moment(milliseconds: 1_795_000_080_000))
    }

    @Test func keepAnswersForTwoHoursWhateverRestarts() async throws {
        try await reading(as: nil) { place, _ in
            let book = SendBook(office: place.office)
            var values = FormValues()
            values.set("sender.name", "Ada Fox")
            try book.begin("a", values)
            // Another book is what a restart leaves: nothing is in memory alone.
            guard case .answering(let found)? = try SendBook(office: place.office).state("a")
            else {
                Issue.record("the answers are gone")
                return
            }
            #expect(found == values)
            place.time.pass(seconds: 7_199)
            #expect(try book.state("a") != nil)
            place.time.pass(seconds: 1)
            #expect(try book.state("a") == nil)
            var large = FormValues()
            large.set("sender.name", String(repeating: "x", count: 20_000))
            #expect(throws: WebRefusal.bodyTooLarge(limit: 16_384)) {
                try book.keep(.answering(large), under: "a")
            }
            #expect(throws: WebRefusal.notFound) {
                try book.keep(.answering(FormValues()), under: "b")
            }
        }
    }
}

private enum FormValuesText {
    static func of(_ fields: [(String, String)]) -> String {
        fields.map { SiteMap.escaped($0.0) + "=" + SiteMap.escaped($0.1) }.joined(separator: "&")
    }
}
