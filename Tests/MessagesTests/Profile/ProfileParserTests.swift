import Testing

@testable import Messages

@Suite("Profile text")
struct ProfileParserTests {
    private static let head = """
        profile TEST
        edition 1
        status own
        message TEST:1:1:ZZ
        repertoires UNOA UNOC
        codes product
          letter LET
        segments

        """

    @Test("the shipped layout is read and says whose it is")
    func shipped() {
        #expect(Profile.itmatt.status == .own)
        #expect(Profile.itmatt.type.text == "ITMATT:1:5:ZZ:PH1")
        #expect(Profile.itmatt.levels == .written)
        #expect(ITMATTLayout.text.contains("THIS LAYOUT IS OUR OWN"))
    }

    @Test("the shipped layout carries every field of an item")
    func complete() {
        #expect(Profile.itmatt.carriesEverything)
        #expect(FieldCatalogue.item.leaves.subtracting(Profile.itmatt.carried).isEmpty)
    }

    @Test(
        "mistakes are found when the profile is loaded, with their line",
        arguments: [
            ("M BGM+{itm an..13}", ProfileFault.Reason.fieldUnknown("itm"), 9),
            ("M BGM+{item an..13", .templateMalformed("BGM+{item an..13"), 9),
            ("M bgm+{item an..13}", .templateMalformed("bgm+{item an..13}"), 9),
            (
                "M BGM+{item kg n..9}",
                .formatUnsuitable(field: "item", format: "kg n..9", kind: "a text"), 9
            ),
            ("M BGM+{item xx}", .formatMalformed("xx"), 9),
            ("M BGM+{item code nature}", .codesUnknown("nature"), 9),
            ("X BGM", .lineMalformed("X BGM"), 9),
            ("C BGM+1", .fieldMissing("BGM+1"), 9),
            ("end", .endWithoutGroup, 9),
            ("C each contents.lines\nM LIN+{#}", .groupUnclosed("contents.lines"), 0),
            ("C each contents.lines\nC LIN+{#}\nend", .triggerMissing("contents.lines"), 9),
            ("C each sender\nM NAD+CZ\nend", .fieldUnknown("sender"), 9),
            (
                "M MOA+1:{postage.amount amount postage.money n..9}",
                .fieldUnknown("postage.money"), 9
            ),
        ]
    )
    func mistakes(_ lines: String, _ reason: ProfileFault.Reason, _ line: Int) {
        let fault = #expect(throws: ProfileFault.self) { try Profile(Self.head + lines) }
        #expect(fault == ProfileFault(reason: reason, line: line))
    }

    @Test(
        "headings are complete and their values mean something",
        arguments: [
            (
                "status own", "status theirs",
                ProfileFault.Reason.valueMalformed(heading: "status", value: "theirs")
            ),
            (
                "UNOA UNOC", "UNOA UNOQ",
                .valueMalformed(heading: "repertoires", value: "UNOA UNOQ")
            ),
            ("TEST:1:1:ZZ", "TEST", .valueMalformed(heading: "message", value: "TEST")),
            ("edition 1\n", "", .headingMissing("edition")),
            ("status own", "state own", .headingUnknown("state")),
            ("letter LET", "letter LET X", .codeMalformed("letter LET X")),
            ("letter LET", "letter LET\n  parcel LET", .codeTwice("parcel LET")),
            ("segments", "", .headingMissing("segments")),
        ]
    )
    func headings(_ part: String, _ other: String, _ reason: ProfileFault.Reason) {
        let text = Self.head.replacing(part, with: other)
        let fault = #expect(throws: ProfileFault.self) { try Profile(text) }
        #expect(fault?.reason == reason)
    }
}
