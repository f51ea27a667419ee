import Foundation
import Testing

@testable import Messages

/// `docs/MESSAGES.md` says what the program does.
@Suite("Messages manual")
struct ManualTests {
    private static let page: String? = {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().appending(path: "../../..").standardized
        return try? String(contentsOf: root.appending(path: "docs/MESSAGES.md"), encoding: .utf8)
    }()

    @Test("its example is the message that we write")
    func example() throws {
        let page = try #require(Self.page)
        let encoded = ITMATT().encode([try Examples.jumper.item()], try Examples.header())
        let bytes = try #require(encoded.bytes)
        let interchange = try #require(try EDIFACTReader.read(bytes.span).interchanges.first)
        var writer = EDIFACTWriter(.standard.repeating(false), .unow)
        for segment in interchange.segments { writer.write(segment) }
        let lines = String(decoding: writer.bytes, as: UTF8.self)
            .replacing("?'", with: "\u{0}").split(separator: "'")
            .map { $0.replacing("\u{0}", with: "?'") + "'" }
        #expect(page.contains("UNA:+.? '\n" + lines.joined(separator: "\n") + "\n```"))
    }

    @Test("it has every field of an item")
    func fields() throws {
        let page = try #require(Self.page)
        for path in FieldCatalogue.item.leaves {
            let name = path.split(separator: ".").last.map(String.init) ?? path
            #expect(page.contains("`\(path)`") || page.contains("`\(name)`"))
        }
    }

    @Test("it has every finding")
    func findings() throws {
        let page = try #require(Self.page)
        let tag = SegmentTag.unh
        let codes: [MessageFinding.Code] = [
            .fieldMissing, .valueTooLong(found: 0, limit: 0), .listTooLong(found: 0, limit: 0),
            .valueMalformed(expected: ""), .codeUnknown(table: ""),
            .characterNotSendable("a", position: 0), .messageTypeUnknown(""),
            .segmentMissing(tag), .segmentUnexpected(tag),
            .valueUnexpected(tag, Segment.Place(1)), .turnDiffers(expected: 0, found: 0),
            .itemMalformed,
        ]
        for code in codes { #expect(page.contains("| `\(code.name)` |")) }
    }
}
