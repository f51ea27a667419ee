import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office
import Testing

@testable import Web

@Suite("/v1/events", .serialized)
struct EventTests {
    @Test func tellsInOrderAndFromWhereTheCallerLeftOff() async throws {
        try await APIHarness.serving { api in
            let id = try await api.lodged("a")
            _ = try await api.ask(.post, "/v1/items/\(id)/cancel", "{\"reason\":\"sold\"}")
            _ = try await api.lodged("b", as: "owl")
            let all = try await api.ask(.get, "/v1/events")
            let events = try #require(try all.json["events"]?.elements)
            #expect(events.map { $0["type"]?.text } == ["item.lodged", "item.cancelled"])
            let first = try #require(events.first)
            #expect(first["specversion"]?.text == "1.0")
            #expect(first["subject"]?.text == id)
            #expect(first["data"]?["url"]?.text == "/v1/items/" + id)
            let after = try await api.ask(
                .get,
                "/v1/events?after=\(first["id"]?.text ?? "")&limit=1"
            )
            #expect(try after.json["events"]?.elements == [events[1]])
            #expect(try await api.ask(.get, "/v1/events?after=-1").status == 400)
            let last = try #require(try after.json["last"]?.text)
            let empty = try await api.ask(.get, "/v1/events?after=" + last)
            #expect(try empty.json["last"]?.text == last)
        }
    }

    @Test func streamsWhatWasMissedAndWhatHappensAndEndsWithTheOffice() async throws {
        try await APIHarness.serving { api in
            _ = try await api.lodged("a")
            let (parts, sink) = AsyncStream<String>.makeStream()
            let stream = EventStream(
                office: api.office,
                caller: Caller(author: .key("fox"), role: .shipper, customer: "fox"),
                start: nil
            )
            let writing = Task {
                var writer: any ResponseBodyWriter = Sink(sink)
                try await stream.write(to: &writer)
            }
            var told = parts.makeAsyncIterator()
            #expect(await told.next()?.hasPrefix("retry:") == true)
            let missed = try #require(await told.next())
            #expect(missed.contains("event: item.lodged\ndata: {\"specversion\""))
            let id = try await api.lodged("b")
            let live = try #require(await told.next())
            #expect(live.contains("\"subject\":\"\(id)\""))
            #expect(live.hasSuffix("\n\n"))
            api.office.bell.silence()
            try await writing.value
            #expect(await told.next() == nil)
        }
    }

    @Test func refusesAnEventIDThatIsNone() async throws {
        try await APIHarness.serving { api in
            let answer = try await api.ask(
                .get,
                "/v1/events/stream",
                headers: [.lastEventID: "abc"]
            )
            #expect(answer.status == 400)
            #expect(try answer.json["code"]?.text == "header_invalid")
        }
    }
}

/// Collects what a stream writes.
private struct Sink: ResponseBodyWriter {
    private let sink: AsyncStream<String>.Continuation

    init(_ sink: AsyncStream<String>.Continuation) {
        self.sink = sink
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        sink.yield(String(buffer: buffer))
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws { sink.finish() }
}
