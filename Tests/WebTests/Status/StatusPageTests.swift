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

/// What anybody may read without an account, as a browser without scripts gets it.
@Suite("Status pages", .serialized)
struct StatusPageTests {
    private struct Reader: Sendable {
        let client: any TestClientProtocol

        func ask(_ path: String) async throws -> (status: Int, text: String) {
            try await client.execute(uri: path, method: .get) {
                ($0.status.code, String(buffer: $0.body))
            }
        }
    }

    private static func content(_ next: Moment) throws -> AdvisoryContent {
        let texts = try Language.allCases.map { language in
            (
                language,
                try AdvisoryText(
                    title: "Goods <wait> \(language.rawValue)",
                    what:
                        "**Goods**, *all* of them. <script>x</script>\n\n- [a](https://b.example).",
                    advice: "Nothing."
                )
            )
        }
        return AdvisoryContent(
            kind: .outage,
            lanes: [try LaneSelector("dest=PL,data=yes")],
            since: Moment(milliseconds: 1_794_000_000_000),
            nextUpdate: next,
            texts: try AdvisoryTexts(Dictionary(uniqueKeysWithValues: texts))
        )
    }

    /// An office that holds goods to Poland and says so; the held item's number.
    private static func prepare(_ place: AccessPlace) async throws -> ItemID {
        let lane = try LaneSelector("dest=PL,data=yes")
        let request = LaneRequest(
            settings: [LaneSetting(lane, .held(limit: nil), advisory: "pl-goods")],
            reason: "secret reason"
        )
        _ = try await place.office.perform(.change(request, by: .staff("ada")))
        let name = try #require(AdvisoryName("pl-goods"))
        let next = Moment(milliseconds: place.office.clock.now().milliseconds + 3_600_000)
        for _ in 1...2 {
            _ = try await place.office.perform(
                .publish(name, try content(next), expecting: nil, by: .staff("ada"))
            )
        }
        let strike = CapacityDay(
            day: try #require(CalendarDay("2026-12-24")),
            kind: .strike,
            percent: 40,
            label: "drivers, and others, at every depot and in every sorting office of the country",
            by: .local,
            at: place.office.clock.now()
        )
        _ = try await place.office.perform(.setCapacity(try #require(strike)))
        let outcome = try await place.office.lodge([try place.lodging("a")])
        return try #require(outcome.first?.item?.record.id)
    }

    @Test func sayWhatThePlanSaysInFiveLanguages() async throws {
        try await AccessPlace.run { place, client in
            let reader = Reader(client: client)
            #expect(try await reader.ask("/status").text.contains("Everything can be sent."))
            let item = try await Self.prepare(place)
            let answers = [
                "en": "except to: Poland", "it": "tranne verso: Polonia", "fr": "sauf vers",
                "de": "außer nach: Polen", "nl": "behalve naar: Polen",
            ]
            for (language, words) in answers {
                for path in [
                    "/status", "/status/notice", "/status/past", "/status/items",
                    "/status/advisories/pl-goods",
                ] {
                    let page = try await reader.ask(path + "?lang=\(language)")
                    #expect(page.status == 200, "\(path)")
                    #expect(page.text.contains("<html lang=\"\(language)\""))
                    #expect(!page.text.contains("<script>x"))
                }
                let status = try await reader.ask("/status?lang=\(language)").text
                #expect(status.contains(words), "\(language)")
                #expect(status.contains("Goods &lt;wait&gt; \(language)"))
            }
            let page = try await reader.ask("/status?lang=en").text
            // No space comes between what stands out and the mark behind it.
            #expect(page.contains("<p><strong>Goods</strong>, <em>all</em> of them."))
            #expect(page.contains("<li><a href=\"https://b.example\">a</a>.</li>"))
            #expect(!page.contains("secret reason"), "reasons are the office's own")
            let advisory = try await reader.ask("/status/advisories/pl-goods?lang=en").text
            #expect(advisory.contains("What we said before"))
            for wrong in ["nothing", "PL", "..", "a%2Fb"] {
                #expect(try await reader.ask("/status/advisories/" + wrong).status == 404)
            }
            let found = try await reader.ask("/status/items?number=\(item.text)&lang=en").text
            #expect(found.contains("It is held at the office and not lost"))
            for secret in ["Zoë", "Ada", "Poland", "PL", "jumper", "Kraków"] {
                let body = found.firstRange(of: "<main").map { found[$0.lowerBound...] } ?? ""
                #expect(!body.contains(secret), "\(secret)")
            }
        }
    }

    @Test func answerTwoQuestions() async throws {
        try await AccessPlace.run { place, client in
            let reader = Reader(client: client)
            _ = try await Self.prepare(place)
            func ask(_ query: String) async throws -> String {
                try await reader.ask("/status?lang=en&" + query).text
            }
            #expect(try await ask("what=parcel&to=PL").contains("It waits at the office until"))
            #expect(try await ask("what=letters&to=PL").contains("Yes, this can be sent now"))
            #expect(try await ask("what=parcel&to=FR").contains("Yes, this can be sent now"))
            #expect(try await !ask("what=stone&to=FR").contains("role=\"status\""))
            #expect(try await !ask("what=parcel&to=XX").contains("role=\"status\""))
            let until = Moment(milliseconds: place.office.clock.now().milliseconds + 86_400_000)
            let settings = [
                LaneSetting(try LaneSelector("dest=FR,channel=counter"), .held(limit: nil)),
                LaneSetting(try LaneSelector("dest=DE"), .closed, to: until),
            ]
            let request = LaneRequest(settings: settings, reason: "r")
            guard
                case .proposed(let proposal) = try await place.office.perform(
                    .change(request, by: .staff("ada"))
                )
            else { return }
            _ = try await place.office.perform(.approve(proposal.id, by: .staff("ben")))
            let doors = try await ask("what=parcel&to=FR")
            #expect(doors.contains("at counters: You can hand it in"))
            #expect(doors.contains("online: Yes"))
            let wait = place.office.calendar.text(until)
            #expect(try await ask("what=parcel&to=DE").contains("Wait until \(wait)"))
        }
    }

    @Test func slowDownWhoGuessesNumbers() async throws {
        try await AccessPlace.run { place, client in
            let reader = Reader(client: client)
            let limit = place.office.settings.serve.visitorRequestsPerMinute
            for _ in 0..<limit {
                let answer = try await reader.ask("/status/items?number=RR1GB")
                #expect(answer.status == 200)
            }
            let refused = try await reader.ask("/status/items?number=RR1GB")
            #expect(refused.status == 429)
            let form = try await reader.ask("/status/items")
            #expect(form.status == 200, "the form asks nothing")
        }
    }

    @Test func feedOtherPrograms() async throws {
        try await AccessPlace.run { place, client in
            let reader = Reader(client: client)
            _ = try await Self.prepare(place)
            let json = try JSONReader.read(Array(try await reader.ask("/status.json").text.utf8))
            #expect(json["answer"]?.text == "except" && json["plan"]?.wholeNumber == 1)
            #expect(json["advisories"]?.elements?.count == 1)
            let summary = try JSONReader.read(
                Array(try await reader.ask("/status/summary.json").text.utf8)
            )
            let states = summary["components"]?.elements?.compactMap { $0["status"]?.text }
            #expect(states == ["partial_outage", "operational"])
            #expect(summary["status"]?["indicator"]?.text == "major")
            #expect(summary["scheduled_maintenances"]?.elements?.count == 1)
            let atom = try await reader.ask("/status/advisories.atom?lang=it").text
            let parser = XMLReading(atom)
            #expect(parser.isWellFormed, "\(atom)")
            #expect(atom.contains("xml:lang=\"it\"") && atom.contains("Goods &lt;wait&gt; it"))
            #expect(atom.contains("&lt;strong&gt;Goods&lt;/strong&gt;, &lt;em&gt;all&lt;/em&gt;"))
            let calendar = try await reader.ask("/status/calendar.ics").text
            #expect(calendar.contains("DTSTART;VALUE=DATE:20261224\r\n"))
            #expect(calendar.contains("drivers\\, and others"))
            for line in calendar.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        }
    }

    @Test func areSmallAndReachEachOtherAsFiles() async throws {
        try await AccessPlace.run { place, _ in
            _ = try await Self.prepare(place)
            let site = StatusSite(
                try place.office.publicStatus(),
                place.office.profile,
                try place.office.checkpoint(),
                staleAfter: 60_000
            )
            let (files, manifest) = site.make()
            for (path, bytes) in files {
                #expect(bytes.count < 50_000, "\(path)")
                guard path.hasSuffix(".html") || path.hasSuffix(".atom") || path.hasSuffix(".json")
                else { continue }
                let text = String(decoding: bytes, as: UTF8.self)
                if path.hasSuffix(".html"), path.hasPrefix("en/") {
                    #expect(text.contains("is stale"), "\(path)")
                }
                for match in text.matches(of: /(?:href=|src=|"url":|"shortlink":)"([^"]+)"/) {
                    let target = String(match.1)
                    if target.hasPrefix("#") || target == "https://b.example" { continue }
                    #expect(Self.resolve(target, from: path, files), "\(path): \(target)")
                }
            }
            // What is signed is every file, and a change of one is seen.
            #expect(manifest.digests.count == files.count)
            let signed = try manifest.signed(place.office.directory)
            let key = try #require(try place.office.checkpoint().verifierKeys.first)
            #expect(try SiteManifest(signed, signedBy: key) == manifest)
            let changed = String(decoding: signed, as: UTF8.self)
                .replacing("plan 1", with: "plan 2")
            #expect(throws: SiteManifest.Flaw.self) {
                try SiteManifest(Array(changed.utf8), signedBy: key)
            }
            let folder = place.office.directory.root + "/site"
            try SiteFolder(folder).write(files, manifest: signed)
            #expect(SiteFolder(folder).read("en/index.html") == files["en/index.html"])
            #expect(SiteFolder(folder).read("../serve.key") == nil)
        }
    }

    private static func resolve(
        _ target: String,
        from path: String,
        _ files: [String: [UInt8]]
    ) -> Bool {
        var steps = path.split(separator: "/").dropLast().map(String.init)
        for part in target.split(separator: "/") {
            if part == ".." { steps.removeLast() } else { steps.append(String(part)) }
        }
        let found = steps.joined(separator: "/")
        return files[found] != nil || found == SiteManifest.name
    }
}

/// Whether a text is XML at all.
private struct XMLReading {
    let isWellFormed: Bool

    init(_ text: String) {
        var open: [Substring] = []
        var isGood = true
        for match in text.matches(of: /<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/) {
            if match.1 == "/" {
                isGood = isGood && open.popLast() == match.2
            } else if match.3 != "/" {
                open.append(match.2)
            }
        }
        isWellFormed = isGood && open.isEmpty
    }
}
