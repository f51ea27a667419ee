import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Mail
import NIOCore
import Testing

@testable import Office
@testable import Web

/// Pages that follow what they show.
@Suite("Live pages", .serialized, .timeLimit(.minutes(5)))
struct LiveTests {
    /// Signs somebody in whose account is made for the test.
    private func signIn(_ place: AccessPlace, _ role: Role = .clerk) async throws -> String {
        let order = StaffOrder(name: "ada", displayName: "Ada", role: role, language: .english)
        let link = try await place.office.access.addStaff(order, by: .local)
        let session = try await place.office.access.setUp(
            link.token,
            password: "orchard lantern gravel"
        )
        return session.token
    }

    private func ask(
        _ client: any TestClientProtocol,
        _ path: String,
        _ cookie: String?,
        _ fields: [String: String] = [:],
        method: HTTPRequest.Method = .get
    ) async throws -> (status: Int, text: String) {
        var headers = HTTPFields()
        headers[.cookie] = cookie.map { "posthorn_session=" + $0 }
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return try await client.execute(uri: path, method: method, headers: headers) {
            ($0.status.code, String(buffer: $0.body))
        }
    }

    private func lodged(_ place: AccessPlace, _ reference: String) async throws -> RecordedItem {
        let outcome = try await place.office.lodge([try place.lodging(reference)]).first
        return try #require(outcome?.item)
    }

    @Test func openForOurOwnPagesAlone() async throws {
        try await AccessPlace.run { place, client in
            let token = try await signIn(place)
            let item = try await lodged(place, "a")
            let path = "/live/item?of=\(item.record.id.text)"
            #expect(try await ask(client, path, nil).status == 401)
            #expect(try await ask(client, path, "someone").status == 401)
            let site = ["Sec-Fetch-Site": "cross-site"]
            #expect(try await ask(client, path, token, site).status == 403)
            #expect(try await ask(client, "/live/journal", token).status == 403)
            #expect(try await ask(client, "/live/nothing", token).status == 404)
            #expect(try await ask(client, "/live/item?of=x", token).status == 404)
            #expect(try await ask(client, path, token, method: .head).status == 200)
            #expect(place.site.live.count == 0)
        }
    }

    @Test func turnAwayOneTooManyWhoThenSeesThePageAsItIs() throws {
        let room = LiveRoom(limit: 8)
        var seats = (0..<LiveRoom.perPerson).map { _ in room.enter(.staff("ada")) }
        #expect(seats.allSatisfy { $0 != nil })
        #expect(room.enter(.staff("ada")) == nil)
        var others = [room.enter(.staff("ben")), room.enter(.staff("eve"))]
        #expect(others.allSatisfy { $0 != nil })
        #expect(room.enter(.staff("zoe")) == nil)
        seats = []
        #expect(room.count == 2)
        #expect(room.enter(.staff("zoe")) != nil)
        others = []
        #expect(room.count == 0)
    }

    @Test func tellThatSomethingIsNewerAndNothingOfIt() async throws {
        try await AccessPlace.run { place, _ in
            let item = try await lodged(place, "a")
            let caller = Caller(author: .staff("ada"), role: .clerk)
            let topic = ItemTopic(id: item.record.id)
            let start = try topic.version(place.office, for: caller)
            let (stream, told) = follow(place, topic, caller, start: start)
            var parts = told.makeAsyncIterator()
            #expect(await parts.next()?.hasPrefix("retry: ") == true)
            // Another item is nobody's news here.
            _ = try await lodged(place, "b")
            let now = place.office.clock.now()
            _ = try await place.office.door.perform { desk in
                try await desk.move(
                    item.record.id,
                    to: .cancelled,
                    reason: "sold",
                    by: caller,
                    at: now
                )
            }
            let version = try topic.version(place.office, for: caller)
            #expect(await parts.next() == "id: \(version)\nevent: changed\ndata: \(version)\n\n")
            place.office.bell.silence()
            try await stream.value
            #expect(await parts.next() == nil)
        }
    }

    @Test func tellAtOnceWhatWasMissed() async throws {
        try await AccessPlace.run { place, _ in
            let caller = Caller(author: .staff("ada"), role: .admin)
            _ = try await lodged(place, "a")
            let (stream, told) = follow(place, ItemsTopic(), caller, start: 0)
            var parts = told.makeAsyncIterator()
            _ = await parts.next()
            #expect(await parts.next()?.contains("event: changed") == true)
            place.office.bell.silence()
            try await stream.value
        }
    }

    @Test func endWithTheSession() async throws {
        try await AccessPlace.run { place, _ in
            let token = try await signIn(place)
            let session = try #require(try place.office.access.session(token))
            let access = place.office.access
            let (stream, told) = follow(place, ItemsTopic(), session.caller, start: .max) {
                (try? access.session(token, isUse: false))?.caller == session.caller
            }
            var parts = told.makeAsyncIterator()
            _ = await parts.next()
            try await access.deactivateStaff("ada", by: .local)
            #expect(await parts.next() == "event: over\ndata: signed-out\n\n")
            try await stream.value
        }
    }

    @Test func keepNobodySignedInBySittingThere() async throws {
        try await AccessPlace.run { place, client in
            let token = try await signIn(place)
            let live = ["Posthorn-Live": "1"]
            for _ in 0..<3 {
                place.time.pass(seconds: 1_100)
                #expect(try await ask(client, "/items", token, live).status == 200)
            }
            place.time.pass(seconds: 300)
            #expect(try await ask(client, "/items", token, live).status == 303)
        }
    }

    @Test func nameTheirStreamOnEveryPageThatFollows() async throws {
        try await AccessPlace.run { place, client in
            let token = try await signIn(place, .admin)
            let item = try await lodged(place, "a")
            let pages = [
                "/": "items", "/items": "items", "/items?q=a": "items",
                "/items/\(item.record.id.text)": "item", "/journal": "journal", "/acts": "acts",
                "/developers/requests": "requests",
            ]
            for (path, topic) in pages {
                let page = try await ask(client, path, token)
                #expect(page.text.contains("data-live=\"/live/\(topic)?"), "\(path)")
                #expect(page.text.contains("data-live-part"), "\(path)")
                #expect(page.text.contains("/assets/live-"), "\(path)")
            }
            // What does not stand at the newest end follows nothing.
            for path in ["/journal?from=0", "/items?before=1", "/acts?before=1", "/staff"] {
                let page = try await ask(client, path, token)
                #expect(!page.text.contains("data-live="), "\(path)")
            }
        }
    }

    private func follow(
        _ place: AccessPlace,
        _ topic: any LiveTopic,
        _ caller: Caller,
        start: UInt64,
        isWelcome: @escaping @Sendable () -> Bool = { true }
    ) -> (stream: Task<Void, any Error>, told: AsyncStream<String>) {
        let (told, sink) = AsyncStream<String>.makeStream()
        let stream = LiveStream(
            office: place.office,
            topic: topic,
            caller: caller,
            start: start,
            pace: LiveStream.Pace(heartbeat: .seconds(3600), rest: .zero),
            isWelcome: isWelcome
        )
        let task = Task {
            var writer: any ResponseBodyWriter = LiveSink(sink: sink)
            try await stream.write(to: &writer)
        }
        return (task, told)
    }
}

private struct LiveSink: ResponseBodyWriter {
    let sink: AsyncStream<String>.Continuation

    mutating func write(_ buffer: ByteBuffer) async throws { sink.yield(String(buffer: buffer)) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws { sink.finish() }
}
