import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Mail
import Office
import Testing

@testable import Web

@Suite("Sessions in the browser")
struct SessionTests {
    /// A page with a form, its action, and the same action under the API's address.
    static func routes(_ router: Router<OfficeContext>, _ site: Site) {
        router.get("form") { _, context -> Response in
            var headers = HTTPFields()
            headers[.contentType] = "text/html; charset=utf-8"
            let text = "\(context.caller?.author.text ?? "nobody") \(context.csrf ?? "")"
            return Response(
                status: .ok,
                headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(string: text))
            )
        }
        for path in ["form", "v1/act"] {
            router.post(RouterPath(path)) { request, context -> String in
                do {
                    if path == "form" {
                        let token = try await request.body.collect(upTo: 1000)
                        try site.requireCSRF(String(buffer: token), context)
                    }
                    return try await site.require(.itemRead, context).author.text
                } catch let refusal as WebRefusal {
                    return "\(refusal)"
                }
            }
        }
    }

    private struct Browser {
        let client: any TestClientProtocol
        var cookie: String?

        func ask(
            _ path: String,
            _ method: HTTPRequest.Method = .get,
            body: String = "",
            _ fields: [String: String] = [:]
        ) async throws -> (text: String, cookie: String?) {
            var headers = HTTPFields()
            headers[.cookie] = cookie
            for (name, value) in fields {
                if let name = HTTPField.Name(name) { headers[name] = value }
            }
            return try await client.execute(
                uri: path,
                method: method,
                headers: headers,
                body: ByteBuffer(string: body)
            ) { (String(buffer: $0.body), $0.headers[.setCookie]) }
        }
    }

    private func signedIn(_ place: AccessPlace) async throws -> NewSession {
        let order = StaffOrder(name: "ada", displayName: "", role: .clerk, language: .german)
        let link = try await place.office.access.addStaff(order, by: .local)
        return try await place.office.access.setUp(link.token, password: "mill lane jumpers")
    }

    @Test func letThePersonInByTheCookieAndActByTheToken() async throws {
        try await AccessPlace.run(routes: Self.routes) { place, client in
            let begun = try await signedIn(place)
            let browser = Browser(client: client, cookie: "posthorn_session=\(begun.token)")
            let page = try await browser.ask("/form")
            let words = page.text.split(separator: " ").map(String.init)
            try #require(words.count == 2)
            #expect(words[0] == "staff:ada")
            #expect(page.cookie == nil)
            #expect(try await browser.ask("/form", .post, body: words[1]).text == "staff:ada")
            #expect(try await browser.ask("/form", .post, body: "").text == "csrf")
            #expect(try await browser.ask("/form", .post, body: words[1] + "x").text == "csrf")
        }
    }

    @Test("are of no use to another site", arguments: ["cross-site", "same-site"])
    func refusesOtherSites(_ site: String) async throws {
        try await AccessPlace.run(routes: Self.routes) { place, client in
            let begun = try await signedIn(place)
            let token = try #require(try place.office.access.session(begun.token)?.csrf)
            let browser = Browser(client: client, cookie: "posthorn_session=\(begun.token)")
            let told = ["Sec-Fetch-Site": site]
            #expect(
                try await browser.ask("/form", .post, body: token, told).text == "unauthenticated"
            )
            let origin = ["Origin": "https://evil.example"]
            #expect(
                try await browser.ask("/form", .post, body: token, origin).text
                    == "unauthenticated"
            )
            let own = ["Sec-Fetch-Site": "same-origin"]
            #expect(try await browser.ask("/form", .post, body: token, own).text == "staff:ada")
        }
    }

    @Test func needTheTokenInAHeaderUnderTheAPI() async throws {
        try await AccessPlace.run(routes: Self.routes) { place, client in
            let begun = try await signedIn(place)
            let token = try #require(try place.office.access.session(begun.token)?.csrf)
            let browser = Browser(client: client, cookie: "posthorn_session=\(begun.token)")
            #expect(try await browser.ask("/v1/act", .post).text == "unauthenticated")
            let told = ["X-CSRF-Token": token]
            #expect(
                try await browser.ask("/v1/act", .post, body: "", told).text == "staff:ada"
            )
        }
    }

    @Test func giveVisitorsATokenOfTheirOwn() async throws {
        try await AccessPlace.run(routes: Self.routes) { _, client in
            var browser = Browser(client: client)
            let page = try await browser.ask("/form")
            let cookie = try #require(page.cookie)
            #expect(cookie.contains("HttpOnly"))
            #expect(cookie.contains("SameSite=Lax"))
            #expect(cookie.contains("Path=/"))
            let pair = try #require(cookie.split(separator: ";").first.map(String.init))
            let token = try #require(pair.split(separator: "=").last.map(String.init))
            #expect(page.text == "nobody \(token)")
            browser.cookie = pair
            #expect(try await browser.ask("/form").cookie == nil)
            #expect(try await browser.ask("/form", .post, body: token).text == "unauthenticated")
            browser.cookie = nil
            #expect(try await browser.ask("/form", .post, body: token).text == "csrf")
        }
    }

    @Test func needNoTokenFromAProgram() async throws {
        try await AccessPlace.run(routes: Self.routes) { place, client in
            let key = try await place.key(.shipper)
            let browser = Browser(client: client)
            let told = ["Authorization": "Bearer \(key)", "Sec-Fetch-Site": "cross-site"]
            #expect(
                try await browser.ask("/form", .post, body: "", told).text
                    == "key:\(key.prefix(16))"
            )
        }
    }
}
