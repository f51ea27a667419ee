import Mail
import Testing

@testable import Office

@Suite("Encodings and dialects")
struct EncodingTests {
    static let text = "reference,name\na,Zoë – Łódź €\n"

    @Test(
        "tells the encoding",
        arguments: [
            (Array(text.utf8), TextEncoding.utf8), (Array(("\u{FEFF}" + text).utf8), .utf8),
            (ChunksTests.utf16(text, isLittleEndian: true), .utf16LittleEndian),
            (ChunksTests.utf16(text, isLittleEndian: false), .utf16BigEndian),
            (Array("reference,name\na,Zo".utf8) + [0xEB, 0x20, 0x80, 0x0A], .windows1252),
            (Array("reference,name\na,Zoë ë ë".utf8) + [0xEB], .utf8),
        ]
    )
    func tellsTheEncoding(_ bytes: [UInt8], _ encoding: TextEncoding) throws {
        #expect(try FileSurvey.of(Chunks.of(bytes)).encoding == encoding)
    }

    @Test func neverAssumesSilently() throws {
        let taken = try TakenIn(Array("reference,name\na,Zo".utf8) + [0xEB, 0x20, 0x80, 0x0A])
        #expect(taken.lodgements[0].addressee.name == "Zoë €")
        #expect(taken.notes.contains(.encodingAssumed(.windows1252)))
    }

    @Test func refusesOnlyTheRowsThatAreBroken() throws {
        let taken = try TakenIn(
            Array("reference,name\na,Zoë\nb,Zo".utf8) + [0xEB] + Array("\nc,Łódź\n".utf8)
        )
        #expect(taken.codes == [[], ["row_malformed"], []])
        #expect(taken.lodgements[2].addressee.name == "Łódź")
    }

    @Test(
        "tells the delimiter",
        arguments: [
            "reference,name\na,Li;x\n", "reference;name\na;Li,x\n", "reference\tname\na\tLi;x\n",
            "reference|name\na|Li\n", "sep=;\nreference;name\na;Li\n",
            "sep=^\r\nreference^name\na^Li",
            "\"reference\";\"name\"\r\"a\";\"Li\"\r",
        ]
    )
    func tellsTheDelimiter(_ text: String) throws {
        let taken = try TakenIn(text)
        #expect(taken.records.count == 1)
        #expect(taken.lodgements[0].reference == "a")
        #expect(taken.lodgements[0].addressee.name?.hasPrefix("Li") == true)
    }

    @Test(
        "refuses what is no text",
        arguments: [
            ([], IntakeRefusal.empty), ([0xEF, 0xBB, 0xBF], .empty), ([0x20, 0x0A], .empty),
            ([0x50, 0x4B, 0x03, 0x04, 0x14], .workbook), ([0x61, 0x00, 0x62, 0x00], .notText),
        ] as [([UInt8], IntakeRefusal)]
    )
    func refuses(_ bytes: [UInt8], _ refusal: IntakeRefusal) {
        #expect(throws: refusal) { try TakenIn(bytes) }
    }
}
