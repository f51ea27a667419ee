import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Mail
import NIOCore
import Testing

@testable import Office
@testable import Web

/// The pages by which people tell the public, as a browser without scripts gets them.
@Suite("Advisory pages", .serialized)
struct AdvisoriesPageTests {
    private struct Reader: Sendable {
        let client: any TestClientProtocol
        let key: String

        func ask(
            _ path: String,
            _ fields: [(String, String)]? = nil
        ) async throws -> (status: Int, location: String, text: String) {
            var headers: HTTPFields = [.authorization: "Bearer \(key)"]
            if fields != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
            let body = fields?
                .map { SiteMap.escaped($0.0) + "=" + SiteMap.escaped($0.1) }
                .joined(separator: "&")
            return try await client.execute(
                uri: path,
                method: fields == nil ? .get : .post,
                headers: headers,
                body: body.map { ByteBuffer(string: $0) }
            ) { ($0.status.code, $0.headers[.location] ?? "", String(buffer: $0.body)) }
        }
    }

    private static func form(seen: String = "0", next: String) -> [(String, String)] {
        [
            ("name", "pl-goods"), ("kind", "warning"), ("lanes", "dest=PL,data=yes\r\n any "),
            ("since", "2026-11-01T10:00"), ("next_update", next), ("seen", seen),
        ]
            + Language.allCases.flatMap { language in
                [
                    ("texts.\(language.rawValue).title", "Title"),
                    ("texts.\(language.rawValue).what", "One\r\n\r\n- two"),
                    ("texts.\(language.rawValue).advice", "Nothing"),
                ]
            }
    }

    @Test func publishUpdateEndAndSeeWhoWasTold() async throws {
        try await AccessPlace.run { place, client in
            let ada = Reader(client: client, key: try await place.key(.commander))
            let clerk = Reader(client: client, key: try await place.key(.clerk))
            let shipper = Reader(client: client, key: try await place.key(.shipper))
            _ = try await place.office.lodge([try place.lodging("a")])
            let soon = place.office.calendar.text(
                Moment(milliseconds: place.office.clock.now().milliseconds + 3_600_000)
            )
            let next = soon.prefix(10) + "T" + soon.dropFirst(11).prefix(5)
            let published = try await ada.ask("/advisories/edit", Self.form(next: String(next)))
            #expect(published.status == 303, "\(published.text)")
            #expect(try await clerk.ask("/advisories/edit", []).status == 403)
            #expect(try await clerk.ask("/advisories").status == 200)
            #expect(try await !clerk.ask("/advisories").text.contains("/advisories/edit"))
            #expect(try await clerk.ask("/advisories/pl-goods/told").status == 403)
            #expect(try await shipper.ask("/advisories").status == 403)
            let history = try place.office.ledger.advisories()
            #expect(history.first?.content.lanes.map(\.text) == ["dest=PL,data=yes", "any"])
            #expect(history.first?.content.texts[.dutch].what.blocks.count == 2)
            let update = try await ada.ask("/advisories/edit?name=pl-goods")
            #expect(update.text.contains("name=\"seen\" value=\"1\""))
            #expect(update.text.contains("value=\"pl-goods\""))
            #expect(try await ada.ask("/advisories/edit?name=none").status == 404)
            let wrong = try await ada.ask(
                "/advisories/edit",
                Self.form(next: "soon").filter { $0.0 != "texts.fr.title" }
            )
            #expect(wrong.status == 422)
            for field in ["next_update", "texts-fr-title"] {
                #expect(wrong.text.contains("href=\"#\(field)\""), "\(field)")
            }
            let stale = try await ada.ask("/advisories/edit", Self.form(next: String(next)))
            #expect(stale.status == 422 && stale.text.contains("expected version 0"))
            // What was promised and has not come alarms the board, the list, and who watches.
            #expect(try place.office.overdueAdvisories().isEmpty)
            place.time.pass(seconds: 7_200)
            #expect(try await ada.ask("/lanes").text.contains("A promised update is overdue"))
            #expect(try await ada.ask("/advisories").text.contains("Overdue:"))
            let status = try await ada.ask("/status").text
            #expect(status.contains("has not come. We are sorry."))
            let telemetry = place.site.telemetry
            let metrics = MetricsText.text(OfficeHealth(place.office), place.office, telemetry)
            #expect(metrics.contains("posthorn_advisories_overdue 1\n"))
            #expect(AdvisoryAlarms.lines(place.office).count == 1)
            try await place.office.tellSenders()
            #expect(try await ada.ask("/advisories").text.contains("Version 1: 0 senders of 0"))
            #expect(try await ada.ask("/advisories/pl-goods/told").status == 200)
            #expect(try await clerk.ask("/advisories/pl-goods/end", []).status == 403)
            #expect(try await ada.ask("/advisories/pl-goods/end", []).status == 303)
            #expect(try await ada.ask("/advisories/none/end", []).status == 404)
            #expect(try place.office.overdueAdvisories().isEmpty)
            #expect(try await ada.ask("/status/past").text.contains("Over since"))
        }
    }
}
