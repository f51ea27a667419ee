import Mail
import Testing

@testable import Messages

@Suite("ITMATT")
struct ITMATTTests {
    private let itmatt = ITMATT()

    @Test("what is written reads back as the same item", arguments: Examples.all)
    func roundTrip(_ example: Examples.Example) throws {
        let item = try example.item()
        let encoded = itmatt.encode([item], try Examples.header())
        #expect(encoded.refused.isEmpty)
        let bytes = try #require(encoded.bytes)
        let reading = try EDIFACTReader.read(bytes.span)
        #expect(reading.findings.isEmpty)
        let message = try #require(reading.interchanges.first?.messages.first)
        let decoded = itmatt.decode(message)
        #expect(decoded.findings.isEmpty)
        #expect(decoded.fields == item.fields)
        #expect(decoded.item == item)
    }

    @Test(
        "the smallest level that has the characters is taken",
        arguments: zip(
            Examples.all,
            [Repertoire.unod, .unoa, .unoc, .unoe, .unow]
        )
    )
    func level(_ example: Examples.Example, _ level: Repertoire) throws {
        let encoded = itmatt.encode([try example.item()], try Examples.header())
        let bytes = try #require(encoded.bytes)
        let interchange = try #require(try EDIFACTReader.read(bytes.span).interchanges.first)
        #expect(interchange.repertoire == level)
        #expect(interchange.header[1, 2] == String(level.syntaxVersion))
        #expect(interchange.header[4, 1] == (level.syntaxVersion < 4 ? "261123" : "20261123"))
    }

    @Test("many items are one interchange with one message each")
    func batch() throws {
        let items = try [Examples.jumper, Examples.letter].map { try $0.item() }
        let encoded = itmatt.encode(items, try Examples.header())
        let bytes = try #require(encoded.bytes)
        let interchange = try #require(try EDIFACTReader.read(bytes.span).interchanges.first)
        #expect(encoded.items == items.map(\.id))
        #expect(interchange.messages.map(\.reference) == ["1", "2"])
        #expect(interchange.reference == "17")
        #expect(interchange.messages.map { itmatt.decode($0).item } == items)
    }

    @Test("test mode says so in the header", arguments: [true, false])
    func testIndicator(_ isTest: Bool) throws {
        let encoded = itmatt.encode(
            [try Examples.letter.item()],
            try Examples.header(isTest: isTest)
        )
        let bytes = try #require(encoded.bytes)
        let interchange = try #require(try EDIFACTReader.read(bytes.span).interchanges.first)
        #expect(interchange.isTest == isTest)
    }

    @Test("a partner that reads one level refuses by character and position")
    func restricted() throws {
        let restricted = ITMATT(partnerLevels: RepertoireSet([.unoc]))
        let encoded = restricted.encode([try Examples.jumper.item()], try Examples.header())
        #expect(encoded.bytes == nil)
        #expect(
            encoded.refused.first?.findings == [
                MessageFinding(
                    code: .characterNotSendable("Ł", position: 5),
                    pointer: "/addressee/name",
                    segment: nil
                ),
                MessageFinding(
                    code: .characterNotSendable("ł", position: 6),
                    pointer: "/addressee/lines/0",
                    segment: nil
                ),
            ]
        )
    }

    @Test("an item that shares no level with the others is left for the next interchange")
    func left() throws {
        let partner = ITMATT(partnerLevels: RepertoireSet([.unod, .unoe]))
        let items = try [Examples.jumper, Examples.cyrillic].map { try $0.item() }
        let encoded = partner.encode(items, try Examples.header())
        #expect(encoded.items == [items[0].id])
        #expect(encoded.left == [items[1].id])
        #expect(encoded.refused.isEmpty)
    }

    @Test("a bad item never blocks a good one")
    func refusedBeside() throws {
        let long = String(repeating: "x", count: 71)
        let lodgement = Examples.letter.lodgement.replacing("B COLE", with: long)
        let bad = Examples.Example(name: "long", id: "RR990000037GB", lodgement: lodgement)
        let items = try [bad, Examples.letter].map { try $0.item() }
        let encoded = itmatt.encode(items, try Examples.header())
        #expect(encoded.items == [items[1].id])
        #expect(
            encoded.refused == [
                ITMATT.Refused(
                    item: items[0].id,
                    findings: [
                        MessageFinding(
                            code: .valueTooLong(found: 71, limit: 70),
                            pointer: "/addressee/name",
                            segment: nil
                        )
                    ]
                )
            ]
        )
    }

    @Test("the same input gives the same bytes", arguments: Examples.all)
    func deterministic(_ example: Examples.Example) throws {
        let first = itmatt.encode([try example.item()], try Examples.header())
        let second = itmatt.encode([try example.item()], try Examples.header())
        #expect(first == second)
    }

    @Test("the JSON twin says what the message says", arguments: Examples.all)
    func twin(_ example: Examples.Example) throws {
        let header = try Examples.header()
        let encoded = itmatt.encode([try example.item()], header)
        let bytes = try #require(encoded.bytes)
        let interchange = try #require(try EDIFACTReader.read(bytes.span).interchanges.first)
        #expect(itmatt.json(encoded, header) == itmatt.json(interchange))
    }

    @Test("the twin of a layout with fewer fields holds no more than the message")
    func smallerLayout() throws {
        let text = ITMATTLayout.text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("COM+") && !$0.contains("PIA+") && !$0.contains("DIM+") }
            .joined(separator: "\n")
        let smaller = ITMATT(profile: try Profile(text))
        let header = try Examples.header()
        let encoded = smaller.encode([try Examples.everything.item()], header)
        let bytes = try #require(encoded.bytes)
        let interchange = try #require(try EDIFACTReader.read(bytes.span).interchanges.first)
        let twin = smaller.json(encoded, header)
        #expect(twin == smaller.json(interchange))
        #expect(!String(decoding: twin, as: UTF8.self).contains("renee@example.fr"))
    }

    @Test("a message of another type is not read as one of ours")
    func otherType() throws {
        let input = "UNB+UNOA:3+S+R+260101:0900+7'UNH+1+CUSCAR:D:11B:UN'UNT+2+1'UNZ+1+7'"
        let bytes = Array(input.utf8)
        let message = try #require(
            try EDIFACTReader.read(bytes.span).interchanges.first?.messages.first
        )
        let decoded = itmatt.decode(message)
        #expect(decoded.item == nil)
        #expect(decoded.findings.map(\.code) == [.messageTypeUnknown("CUSCAR:D:11B:UN")])
    }
}
