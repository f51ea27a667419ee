import Testing

@testable import Web

@Suite("Uploads")
struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=\"b-1\""

    private static let whole = body([
        ("csrf", nil, "token"), ("file", "orders.csv", "a,b\r\n--b\r\n1,2\r\n"),
    ])

    private static func body(_ parts: [(name: String, file: String?, text: String)]) -> [UInt8] {
        var text = ""
        for part in parts {
            text += "--b-1\r\nContent-Disposition: form-data; name=\"\(part.name)\""
            if let file = part.file { text += "; filename=\"\(file)\"\r\nContent-Type: text/csv" }
            text += "\r\n\r\n\(part.text)\r\n"
        }
        return Array((text + "--b-1--\r\n").utf8)
    }

    private func read(_ body: [UInt8], chunk: Int, limit: Int = 1000) throws -> MultipartReader {
        var reader = try MultipartReader(Self.type, fileLimit: limit)
        for start in stride(from: 0, to: body.count, by: chunk) {
            try reader.take(Array(body[start..<min(start + chunk, body.count)]))
        }
        try reader.finish()
        return reader
    }

    @Test("gives the same file however it is cut", arguments: 1...40)
    func readsAnyChunks(_ size: Int) throws {
        let reader = try read(Self.whole, chunk: size)
        #expect(reader.fileName == "orders.csv")
        #expect(reader.file.map { String(decoding: $0, as: UTF8.self) } == "a,b\r\n--b\r\n1,2\r\n")
        #expect(reader.fields == ["csrf": "token"])
    }

    @Test func takesAnEmptyFile() throws {
        #expect(try read(Self.body([("file", "x.csv", "")]), chunk: 7).file == [])
    }

    @Test func refusesWhatIsTooLarge() {
        #expect(throws: WebRefusal.bodyTooLarge(limit: 5)) {
            try read(Self.whole, chunk: 16, limit: 5)
        }
    }

    @Test func refusesWhatEndsTooEarly() {
        for count in 0..<Self.whole.count - 4 {
            #expect(throws: WebRefusal.self) {
                try read(Array(Self.whole.prefix(count)), chunk: 64)
            }
        }
    }

    @Test(arguments: [
        "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ])
    func refusesOtherTypes(_ type: String) {
        #expect(throws: WebRefusal.mediaTypeUnsupported) {
            try MultipartReader(type, fileLimit: 1)
        }
    }

    @Test func boundsTheHeadOfAPart() throws {
        var reader = try MultipartReader(Self.type, fileLimit: 10)
        try reader.take(Array("--b-1\r\n".utf8))
        #expect(throws: WebRefusal.self) {
            for _ in 0..<100 { try reader.take([UInt8](repeating: 0x41, count: 1000)) }
        }
    }

    /// Any bytes are read or refused; none of them traps.
    @Test(arguments: 0..<300)
    func standsAnyBytes(_ seed: UInt64) throws {
        var state = seed &+ 1
        func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        var body = Self.whole
        for _ in 0..<Int(next() % 12) {
            let place = Int(next() % UInt64(body.count))
            switch next() % 3 {
            case 0: body[place] = UInt8(truncatingIfNeeded: next())
            case 1: body.remove(at: place)
            default: body.insert(contentsOf: Array("\r\n--b-1".utf8), at: place)
            }
        }
        _ = try? read(body, chunk: 1 + Int(next() % 50))
    }
}
