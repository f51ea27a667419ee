import Mail
import Testing

@testable import Office

/// Where a chunk ends must not show.
@Suite("Chunk boundaries")
struct ChunksTests {
    struct File: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        var testDescription: String { name }
    }

    static func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16
            .flatMap { unit -> [UInt8] in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isLittleEndian ? bytes.reversed() : bytes
            }
    }

    static let table =
        "reference;addressee.name;sku\r\n\"a\";\"Zoë \"\"Ł\"\"\r\n李\";𝒳\r\n"
        + "b;x;\r\n\"q\"x;y;z\r\n\r\nc;\"open\r\nd;y;z"
    static let json = """
        {"items": [ {"reference":"a\\"\\u00e9]","sender":{"lines":["x","}"]}},
        {"reference":"b
        {"reference":"c"} {"reference":"d"},] , "x":1}
        """
    static let lines = "{\"reference\":\"ö\"}\r\n{\"reference\"\n\n{\"reference\":\"c\"}"

    static let files = [
        File(name: "csv", bytes: Array(table.utf8)),
        File(name: "csv with a mark", bytes: Array(("\u{FEFF}" + table).utf8)),
        File(name: "utf-16le", bytes: utf16(table, isLittleEndian: true)),
        File(name: "utf-16be", bytes: utf16(table, isLittleEndian: false)),
        File(name: "windows-1252", bytes: Array("reference,name\ra,Zo".utf8) + [0xEB, 0x0D, 0x80]),
        File(name: "named delimiter", bytes: Array("sep=|\nreference|sku\na|=1\n".utf8)),
        File(name: "json list", bytes: Array(json.utf8)),
        File(name: "json lines", bytes: Array(lines.utf8)),
    ]

    @Test("gives the same for every size of chunk", arguments: files)
    func isIndependent(_ file: File) throws {
        let whole = try TakenIn(file.bytes)
        #expect(!whole.records.isEmpty)
        for size in 1...64 {
            let taken = try TakenIn(file.bytes, chunk: size)
            #expect(taken.lodgements == whole.lodgements, "in chunks of \(size)")
            #expect(taken.codes == whole.codes, "in chunks of \(size)")
            #expect(taken.records.map(\.key) == whole.records.map(\.key), "in chunks of \(size)")
            #expect(taken.records.map(\.rowNumbers) == whole.records.map(\.rowNumbers))
            #expect(taken.result == whole.result, "in chunks of \(size)")
            #expect(taken.notes == whole.notes, "in chunks of \(size)")
        }
    }

    /// Intake looks ahead to tell the format; the readers themselves see every boundary.
    @Test("reads rows across every boundary", arguments: files.prefix(6))
    func readsRows(_ file: File) throws {
        let survey = try FileSurvey.of(Chunks.of(file.bytes))
        func rows(_ size: Int) throws -> [CSVRow] {
            let window = TextWindow(Chunks.of(file.bytes, size: size), survey: survey)
            var reader = CSVReader(window, delimiter: UInt8(ascii: ";"))
            var rows: [CSVRow] = []
            while let row = try reader.next() { rows.append(row) }
            return rows
        }
        let whole = try rows(65_536)
        for size in 1...64 { #expect(try rows(size) == whole, "in chunks of \(size)") }
    }

    @Test(
        "reads items across every boundary",
        arguments: [json, lines, "[1, {\"a\":\"]\"}\n,\"x\"] "]
    )
    func readsItems(_ text: String) throws {
        let bytes = Array(text.utf8)
        func pieces(_ size: Int, asList: Bool) throws -> [JSONPiece] {
            var window = TextWindow(Chunks.of(bytes, size: size), survey: FileSurvey())
            _ = try window.peekPastSpace()
            window.position += 1
            var list = JSONListReader(window, isInObject: false)
            var lines = JSONLinesReader(window)
            var pieces: [JSONPiece] = []
            while let piece = asList ? try list.next() : try lines.next() { pieces.append(piece) }
            return pieces
        }
        for asList in [true, false] {
            let whole = try pieces(65_536, asList: asList)
            for size in 1...64 {
                #expect(try pieces(size, asList: asList) == whole, "in chunks of \(size)")
            }
        }
    }

    /// Bytes of every kind, in every order: whatever comes, something is said and nothing traps.
    @Test("survives what no program writes", arguments: 0..<40)
    func survives(_ seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }
        let file = Self.files[next(Self.files.count)].bytes
        let tricky: [UInt8] =
            Array("\",;\r\n\t|{}[]:\\'=+-@ea0".utf8) + [0, 0x80, 0xC3, 0xFF, 0xFE]
        for _ in 0..<20 {
            var bytes = file
            for _ in 0...next(8) {
                switch next(3) {
                case 0: bytes[next(bytes.count)] = tricky[next(tricky.count)]
                case 1: bytes.insert(tricky[next(tricky.count)], at: next(bytes.count))
                default: if bytes.count > 1 { bytes.remove(at: next(bytes.count)) }
                }
            }
            let outcome = Result { try TakenIn(bytes, chunk: 1 + next(70)) }
            if case .failure(let error) = outcome { #expect(error is IntakeRefusal) }
        }
    }
}
