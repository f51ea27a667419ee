import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Mail
import NIOCore
import Testing

@testable import Office
@testable import Web

/// The lane board and its pages, as a browser without scripts gets them.
@Suite("Lane pages", .serialized)
struct LanePageTests {
    private struct Reader: Sendable {
        let client: any TestClientProtocol
        let key: String

        func ask(
            _ path: String,
            _ body: String? = nil
        ) async throws -> (
            status: Int, location: String, text: String
        ) {
            var headers: HTTPFields = [.authorization: "Bearer \(key)"]
            if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
            return try await client.execute(
                uri: path,
                method: body == nil ? .get : .post,
                headers: headers,
                body: body.map { ByteBuffer(string: $0) }
            ) { ($0.status.code, $0.headers[.location] ?? "", String(buffer: $0.body)) }
        }
    }

    private static func form(_ fields: [(String, String)]) -> String {
        fields.map { SiteMap.escaped($0.0) + "=" + SiteMap.escaped($0.1) }.joined(separator: "&")
    }

    private static let hold = [
        ("settings.0.lane", "dest=PL,data=yes"), ("settings.0.state", "held"), ("reason", "<law>"),
    ]

    /// The value of the hidden field that says what was seen, its entities undone.
    private static func seen(_ text: String) throws -> String {
        let match = try #require(text.firstMatch(of: /name="seen" value="([^"]*)"/))
        return String(match.1).replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    @Test func showWhatAChangeDoesBeforeItIsDone() async throws {
        try await AccessPlace.run { place, client in
            let reader = Reader(client: client, key: try await place.key(.commander))
            _ = try await place.office.lodge([try place.lodging("a")])
            // Nothing is done unseen, even where a form says so.
            let unseen = try await reader.ask(
                "/lanes/change",
                Self.form(Self.hold + [("do", "change"), ("seen", "0 {}")])
            )
            #expect(unseen.status == 200)
            #expect(unseen.text.contains("1 items of 1 customers: open before, held then"))
            #expect(try place.office.ledger.lanePlan().version == 0)
            let seen = try Self.seen(unseen.text)
            let done = try await reader.ask(
                "/lanes/change",
                Self.form(Self.hold + [("do", "change"), ("seen", seen)])
            )
            #expect(done.status == 303 && done.location == "/lanes?changed=1", "\(done.text)")
            // The same again was weighed against another plan.
            let stale = try await reader.ask(
                "/lanes/change",
                Self.form(Self.hold + [("do", "change"), ("seen", seen)])
            )
            #expect(stale.status == 200)
            #expect(try place.office.ledger.lanePlan().version == 1)
            _ = try await place.office.lodge([try place.lodging("b")])
            let board = try await reader.ask("/lanes?changed=1")
            #expect(board.text.contains("Plan 1 is in force"))
            #expect(board.text.contains("&lt;law&gt;") && !board.text.contains("<law>"))
            #expect(board.text.contains("lane held"))
            #expect(board.text.contains("data-theme=\"dark\""))
        }
    }

    @Test func takeTwoPeople() async throws {
        try await AccessPlace.run { place, client in
            let ada = Reader(client: client, key: try await place.key(.commander))
            let ben = Reader(client: client, key: try await place.key(.commander))
            let clerk = Reader(client: client, key: try await place.key(.clerk))
            let close = [("plan", "stop-everything"), ("reason", "attack")]
            let weighed = try await ada.ask("/lanes/change", Self.form(close))
            #expect(weighed.text.contains("It takes a second person"))
            let seen = try Self.seen(weighed.text)
            let proposed = try await ada.ask(
                "/lanes/change",
                Self.form(close + [("do", "change"), ("seen", seen)])
            )
            #expect(proposed.location == "/lanes?proposed=p1", "\(proposed.text)")
            let own = try await ada.ask("/lanes/proposals/p1")
            #expect(own.text.contains("You proposed it"))
            #expect(!own.text.contains("/lanes/proposals/p1/approve"))
            let refused = try await ada.ask("/lanes/proposals/p1/approve", "")
            #expect(refused.status == 409)
            let clerks = try await clerk.ask("/lanes/proposals/p1/approve", "")
            #expect(clerks.status == 403)
            let approved = try await ben.ask("/lanes/proposals/p1/approve", "")
            #expect(approved.location == "/lanes?changed=1", "\(approved.text)")
            let gone = try await ben.ask("/lanes/proposals/p1")
            #expect(gone.text.contains("It was approved."))
            #expect(try await ada.ask("/lanes/proposals/p9").status == 404)
        }
    }

    @Test func planAReleaseAndStopIt() async throws {
        try await AccessPlace.run { place, client in
            let ada = Reader(client: client, key: try await place.key(.commander))
            let clerk = Reader(client: client, key: try await place.key(.clerk))
            let hold = LaneRequest(
                settings: [LaneSetting(LaneSelector(data: true), .held(limit: nil))],
                reason: "r"
            )
            _ = try await place.office.perform(.change(hold, by: .staff("x")))
            _ = try await place.office.lodge([try place.lodging("a"), try place.lodging("b")])
            let wrong = try await ada.ask(
                "/lanes/releases",
                Self.form([("lane", "dest=QQ"), ("perHour", "0")])
            )
            #expect(wrong.status == 422)
            for field in ["lane", "perHour", "reason"] {
                #expect(wrong.text.contains("href=\"#\(field)\""), "\(field)")
            }
            let order = Self.form([
                ("lane", "data=yes"), ("perHour", "7"), ("reason", "<slowly>"),
            ])
            #expect(try await clerk.ask("/lanes/releases", order).status == 403)
            let planned = try await ada.ask("/lanes/releases", order)
            #expect(planned.location == "/lanes/releases/r1", "\(planned.text)")
            let list = try await ada.ask("/lanes/releases")
            #expect(list.text.contains("0 of 2, 0 of 7 this hour"))
            #expect(list.text.contains("&lt;slowly&gt;"))
            #expect(try await ada.ask("/lanes/releases/r1", "reason=").status == 422)
            let stopped = try await ada.ask("/lanes/releases/r1", "reason=enough")
            #expect(stopped.location == "/lanes/releases", "\(stopped.text)")
            #expect(try place.office.ledger.releases().isEmpty)
            #expect(try await ada.ask("/lanes/releases/r1", "reason=again").status == 422)
            #expect(try await ada.ask("/lanes/releases/r9").status == 404)
        }
    }

    @Test func cancelAProposalWithAReason() async throws {
        try await AccessPlace.run { place, client in
            let ada = Reader(client: client, key: try await place.key(.commander))
            let request = LaneRequest(settings: [LaneSetting(.any, .closed)], reason: "r")
            _ = try await place.office.perform(.change(request, by: .staff("x")))
            let path = "/lanes/proposals/p1/cancel"
            #expect(try await ada.ask(path, "reason=").status == 409)
            let cancelled = try await ada.ask(path, "reason=no")
            #expect(cancelled.location == "/lanes?cancelled=p1")
            #expect(try place.office.ledger.laneProposal("p1")?.fate == .cancelled)
        }
    }

    @Test(arguments: [
        ("settings.0.perDay", "many"), ("settings.0.lane", "dest=ZZ"),
        ("settings.0.from", "soon"), ("reason", ""),
    ])
    func sayWhatIsWrongBesideItsField(_ name: String, _ value: String) async throws {
        try await AccessPlace.run { place, client in
            let reader = Reader(client: client, key: try await place.key(.commander))
            var fields = Self.hold.filter { $0.0 != name } + [(name, value)]
            if name == "settings.0.perDay" {
                fields = fields.map { $0.0 == "settings.0.state" ? ($0.0, "capped") : $0 }
            }
            let page = try await reader.ask("/lanes/change", Self.form(fields))
            #expect(page.status == 422)
            #expect(page.text.contains("id=\"\(Field.id(name))-said0\""), "\(page.text)")
        }
    }

    @Test(arguments: ["/lanes", "/lanes/plans", "/lanes/forecast", "/lanes/history"])
    func areForThoseWhoMay(_ path: String) async throws {
        try await AccessPlace.run { place, client in
            for role in Role.allCases {
                let reader = Reader(client: client, key: try await place.key(role))
                let answer = try await reader.ask(path)
                #expect(answer.status == (role == .shipper ? 403 : 200), "\(role)")
                let changes = try await reader.ask("/lanes/change").status
                #expect(changes == ([.commander, .admin].contains(role) ? 200 : 403), "\(role)")
            }
            let bound = Reader(client: client, key: try await place.key(.clerk, customer: "fox"))
            #expect(try await bound.ask(path).status == 403)
        }
    }

    @Test func savePlansAndForecast() async throws {
        try await AccessPlace.run { place, client in
            let reader = Reader(client: client, key: try await place.key(.commander))
            #expect(try await reader.ask("/lanes/plans", "name=normal").status == 422)
            #expect(try await reader.ask("/lanes/plans", "name=My+Plan").status == 422)
            #expect(try await reader.ask("/lanes/plans", "name=christmas").status == 303)
            #expect(try await reader.ask("/lanes/plans").text.contains("christmas"))
            let forecast = try await reader.ask("/lanes/forecast?lane=any&per_hour=5&days=3")
            #expect(forecast.status == 200 && forecast.text.contains("<polyline"))
            for wrong in ["lane=any", "per_hour=5", "lane=x&per_hour=5", "days=93", "cap=3"] {
                let answer = try await reader.ask("/lanes/forecast?" + wrong)
                #expect(answer.status == 422, "\(wrong)")
            }
        }
    }
}
