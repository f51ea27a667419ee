import Foundation
import Testing

/// A served office that loses its process under load.
@Suite("kill -9 under load", .serialized, .timeLimit(.minutes(30)))
struct KilledServeTests {
    private static let lodgement = """
        {"reference":"REFERENCE","product":"packet-tracked","senderKind":"business",
        "sender":{"name":"Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds",
        "postcode":"LS1 4AP","country":"GB","phone":"+441130000000"},
        "addressee":{"name":"Zoe Lukasiewicz","lines":["ul. Dluga 5/7"],"locality":"Krakow",
        "postcode":"31-147","country":"PL","phone":"+48120000000"},"grossWeight":850,
        "contents":{"nature":"sale","lines":[{"description":"Knitted cotton jumper",
        "quantity":2,"lineNetWeight":700,"lineValue":"58.00","currency":"GBP",
        "tariffCode":"611020","origin":"GB","sku":"FK-22","manufacturerID":"GB-FOX"}]}}
        """

    /// Eight clients lodge; the hundred and fiftieth kills the office instead.
    private static let load = """
        seq 1 300 | xargs -P 8 -I{} sh -c '
          if [ {} = 150 ]; then kill -9 "$SERVER"; exit 0; fi
          sed s/REFERENCE/r{}/ "$BODY" | curl -s --max-time 30 --data-binary @- \
            -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \
            "${ADDRESS}v1/items" > "$ANSWERS/{}"
        '; true
        """

    @Test func losesNoAcknowledgedItem() async throws {
        let scratch = try Scratch()
        var place = try await ServedPlace(scratch)
        let key = try place.key("shipper")
        let answers = scratch.path("answers")
        try FileManager.default.createDirectory(
            atPath: answers,
            withIntermediateDirectories: true
        )
        let assignments = [
            "SERVER": "\(place.running.identifier)", "KEY": key, "ADDRESS": place.address,
            "ANSWERS": answers, "BODY": try scratch.write(Self.lodgement, to: "body.json"),
        ]
        let prelude = assignments.map { "export \($0)='\($1)'\n" }.joined()
        let loaded = try Binary(tool: "/bin/sh").start(["-c", prelude + Self.load]).finish()
        #expect(loaded.status == 0, "\(loaded.errors)")
        #expect(!place.running.isRunning || place.running.finish().status != 0)

        let acknowledged = try scratch.files(in: "answers").values
            .compactMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] }
            .compactMap { $0["item"] as? String }
        #expect(acknowledged.count >= 100, "\(acknowledged.count) were acknowledged")
        #expect(Set(acknowledged).count == acknowledged.count)

        place = try await ServedPlace(scratch)
        for id in acknowledged {
            let shown = try place.curl(
                place.address + "v1/items/" + id,
                "--header",
                "Authorization: Bearer \(key)"
            )
            #expect(shown.status == "200", "\(id)")
        }
        #expect(place.stop().status == 0)
    }
}
