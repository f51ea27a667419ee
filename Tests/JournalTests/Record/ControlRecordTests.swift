import Testing

@testable import Journal

@Suite struct ControlRecordTests {
    static let time = UnixTime(seconds: 1_795_487_829)
    static let digest = [UInt8](repeating: 0xab, count: 32)
    static let epoch = Epoch(month: CalendarMonth(year: 2026, month: 11), entryClass: .personal)

    static let all: [ControlRecord] = [
        .genesis(origin: "office.example/gb", format: 1, reader: "posthorn-rescue 1.0", time: time),
        .incarnationBegun(number: 2, format: 1, reader: "posthorn-rescue 1.0", time: time),
        .epochOpened(epoch, key: EpochKeyID(bytes: [1, 2, 3, 4, 5, 6, 7, 8]), time: time),
        .epochForgotten(epoch, by: ["ada", "zoë"], complete: time.adding(days: 35), time: time),
        .keyFileDigest(name: "epochs/2026-11-personal.age", sha256: digest, time: time),
        .assetDigest(name: "fonts/a \"b\"\n", sha256: digest, bytes: 12, time: time),
        .snapshotDigest(name: "desk", sha256: digest, size: 10_000, time: time),
        .signingKeyChanged(from: "a+1+b", to: "a+2+c", time: time),
        .officeContinued(
            incarnation: "00000000000000ab",
            after: "00000000000000aa",
            size: 7,
            root: TreeHash.empty,
            time: time
        ),
        .clockStepped(from: time, to: time.adding(days: 1)),
    ]

    @Test("reads back as it was written", arguments: all)
    func roundTrip(record: ControlRecord) throws {
        #expect(record.entry.first == 0)
        #expect(try ControlRecord(json: record.json[...]) == record)
    }

    @Test("the bytes are canonical JSON")
    func bytes() {
        let text = String(decoding: Self.all[3].json, as: UTF8.self)
        #expect(
            text == """
                {"by":"ada, zoë","complete":"2026-12-29T02:37:09Z","epoch":"2026-11-personal",\
                "record":"epoch forgotten","time":"2026-11-24T02:37:09Z"}
                """
        )
    }

    @Test("a newer format names the release that reads it")
    func newer() {
        let json = #"{"format":2,"future":"x","reader":"posthorn-rescue 3.1","record":"genesis"}"#
        #expect(
            throws: RecordFlaw.newerFormat(found: 2, supported: 1, reader: "posthorn-rescue 3.1")
        ) { try ControlRecord(json: Array(json.utf8)[...]) }
    }

    @Test(
        "what is not exactly one record of the set is refused",
        arguments: [
            (
                #"{"record":"rumour","time":"2026-11-24T02:37:09Z"}"#,
                RecordFlaw.unknownRecord("rumour")
            ),
            (
                #"{"from":"2026-11-24T02:37:09Z","record":"clock stepped"}"#,
                .field("to", record: "clock stepped")
            ),
            (
                #"{"from":"a","record":"clock stepped","to":"b"}"#,
                .field("from", record: "clock stepped")
            ),
            (
                #"{"extra":1,"from":"2026-11-24T02:37:09Z","#
                    + #""record":"clock stepped","to":"2026-11-24T02:37:09Z"}"#,
                .field("extra", record: "clock stepped")
            ),
            (#"{"time":"x"}"#, .field("record", record: "")),
            (#"{"record": "genesis"}"#, .notCanonical(at: 10)),
            (#"{"record":"x","at":1}"#, .notCanonical(at: 2)),
            (#"{"record":"\u0041"}"#, .notCanonical(at: 11)),
            (#"{"record":"x"} "#, .notCanonical(at: 14)),
            (#"{"a":01,"record":"x"}"#, .notCanonical(at: 5)),
            (#"{"a":9007199254740992,"record":"x"}"#, .notCanonical(at: 21)),
            ("", .notCanonical(at: 0)),
            ("{", .notCanonical(at: 1)),
        ]
    )
    func refused(json: String, flaw: RecordFlaw) {
        #expect(throws: flaw) { try ControlRecord(json: Array(json.utf8)[...]) }
    }

    @Test("no cut or flipped record crashes the reader or passes for another", arguments: all)
    func mutated(record: ControlRecord) {
        let json = record.json
        for count in 0..<json.count {
            #expect(throws: RecordFlaw.self) { try ControlRecord(json: json[..<count]) }
        }
        for place in json.indices {
            var other = json
            other[place] ^= 1
            if let read = try? ControlRecord(json: other[...]) { #expect(read.json == other) }
        }
    }
}
