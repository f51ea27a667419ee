import Mail
import Testing

@testable import Office

@Suite("File intake")
struct FileIntakeTests {
    @Test func readsACSVFile() throws {
        let taken = try TakenIn(
            """
            reference,product,sender.name,addressee.name,addressee.lines.1,addressee.postcode,\
            grossWeight,lines.description,lines.quantity,lines.lineValue,lines.currency
            order-1,packet,Ada Fox,Zoë Łukasiewicz,ul. Długa 5/7,31-147,850,Wool jumper,2,58.00,GBP
            order-1,,,,,,,Cotton socks,1,7.50,GBP
            ,letter,Ada Fox,Jean Martin,8 rue de la Paix,75002,20,,,,

            """
        )
        try #require(taken.records.count == 2)
        let (order, letter) = (taken.lodgements[0], taken.lodgements[1])
        #expect(taken.codes == [[], []])
        #expect(taken.records[0].rowNumbers == [2, 3])
        #expect(taken.records[0].key == .reference("order-1"))
        #expect(order.addressee.name == "Zoë Łukasiewicz")
        #expect(order.addressee.lines == ["ul. Długa 5/7"])
        #expect(order.grossWeight == 850)
        #expect(order.contents?.lines.map(\.lineValue) == ["58.00", "7.50"])
        #expect(taken.records[1].key == .row(file: "d19e57", number: 4))
        #expect(!letter.isGoods)
        #expect(taken.notes.isEmpty)
    }

    @Test(
        "reads every shape of JSON",
        arguments: [
            #"{"reference":"a"}"#, "{\"reference\":\n \"a\"}\n", #"[{"reference":"a"}]"#,
            #"{"items":[{"reference":"a"}]}"#, #"{"items" : [ {"reference":"a"} ], "x": [1]}"#,
            #"{"x":1,"items":[{"reference":"a"}]}"#, "\u{FEFF}[{\"reference\":\"a\"}]",
        ]
    )
    func readsJSON(_ text: String) throws {
        let taken = try TakenIn(text)
        #expect(taken.lodgements.map(\.reference) == ["a"])
        #expect(taken.codes == [[]])
    }

    @Test(
        "says what stands between items",
        arguments: [
            (#"[{"reference":"a"} {"reference":"b"}]"#, ["a", nil, "b"], [[1], [2], [2]]),
            (#"[{"reference":"a"},,{"reference":"b"}]"#, ["a", nil, "b"], [[1], [2], [3]]),
            (#"[{"reference":"a"},]"#, ["a", nil], [[1], [2]]),
            (#"[{"reference":"a"}] x"#, ["a", nil], [[1], [2]]),
            (#"[{"reference":"a"}"#, ["a", nil], [[1], [2]]),
            (#"{"items":[{"reference":"a"}]"#, ["a", nil], [[1], [2]]),
            (#"{"items":[{"reference":"a"}], "x" 1}"#, ["a", nil], [[1], [2]]),
        ] as [(String, [String?], [[Int]])]
    )
    func saysWhatStandsBetween(_ text: String, _ references: [String?], _ places: [[Int]]) throws {
        let taken = try TakenIn(text)
        #expect(taken.lodgements.map(\.reference) == references)
        #expect(taken.records.map(\.rowNumbers) == places)
        #expect(taken.codes == references.map { $0 == nil ? ["row_malformed"] : [] })
    }

    @Test func seesTextsForWhatTheyAre() throws {
        let taken = try TakenIn(#"[{"reference":"\"]},{\\"},{"reference":"[{"}]"#)
        #expect(taken.lodgements.map(\.reference) == [#""]},{\"#, "[{"])
    }

    @Test func saysOnceWhatIsWrongWithOneItem() throws {
        let taken = try TakenIn("{\n  \"reference\": \"a\",\n  \"product\": packet\n}\n")
        #expect(taken.codes == [["row_malformed"]])
        #expect(taken.records[0].findings[0].details["reason"]?.contains("at byte 35") == true)
    }

    @Test func readsAListPastABrokenItem() throws {
        let taken = try TakenIn(
            """
            [
            {"reference":"a"},
            {"reference":"b, "product":"packet"},
            {"reference":"c,
            {"reference":"d"},
            ]
            """
        )
        #expect(taken.lodgements.map(\.reference) == ["a", nil, nil, "d", nil])
        #expect(
            taken.codes == [[], ["row_malformed"], ["row_malformed"], [], ["row_malformed"]]
        )
    }

    @Test func readsJSONLinesPastABadOne() throws {
        let taken = try TakenIn(
            """
            {"reference":"a"}
            {"reference":"b"
            {"reference":"c","colour":"red"}

            {"reference":"d"}
            """
        )
        #expect(taken.lodgements.map(\.reference) == ["a", nil, "c", "d"])
        #expect(taken.codes == [[], ["row_malformed"], ["field_unknown"], []])
        #expect(taken.records.map(\.rowNumbers) == [[1], [2], [3], [5]])
    }
}
