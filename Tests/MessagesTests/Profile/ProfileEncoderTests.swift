import Mail
import Testing

@testable import Messages

/// How fields become segments, and what is said of those that cannot.
@Suite("Profile encoder")
struct ProfileEncoderTests {
    private static let head = """
        profile TEST
        edition 1
        status own
        message TEST:1:1:ZZ
        repertoires UNOC
        codes product
          letter LET
        segments

        """

    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let fields: String
        let written: String
        let findings: [MessageFinding.Code]

        init(
            _ line: String,
            _ fields: String,
            _ written: String,
            _ findings: MessageFinding.Code...
        ) {
            self.line = line
            self.fields = fields
            self.written = written
            self.findings = findings
        }

        var testDescription: String { "\(line) \(fields)" }
    }

    static let cases: [Case] = [
        Case("M BGM+{item an..3}", #"{"item":"A"}"#, "BGM+A'"),
        Case("M BGM+{item an3}", #"{"item":"A"}"#, "BGM'", .valueTooLong(found: 1, limit: 3)),
        Case("M BGM+{item an..3}", "{}", "BGM'", .fieldMissing),
        Case("M BGM+{item? an..3}+9", "{}", "BGM++9'"),
        Case("C BGM+{item an..3}+9", "{}", ""),
        // A qualifier goes with its value.
        Case("M PIA+5+{item? an..3}:HS+{reference? an..3}:SA", #"{"item":"A"}"#, "PIA+5+A:HS'"),
        Case(
            "M PIA+5+{item? an..3}:HS+{reference? an..3}:SA",
            #"{"reference":"R"}"#,
            "PIA+5++R:SA'"
        ),
        Case("M TSR+{product code product}", #"{"product":"letter"}"#, "TSR+LET'"),
        Case(
            "M TSR+{product code product}",
            #"{"product":"ems"}"#,
            "TSR'",
            .codeUnknown(table: "product")
        ),
        Case("M MEA+{grossWeight kg n..9}", #"{"grossWeight":5}"#, "MEA+0.005'"),
        Case("M MEA+{grossWeight whole n..3}", #"{"grossWeight":120}"#, "MEA+120'"),
        Case(
            "M MEA+{grossWeight whole n..2}",
            #"{"grossWeight":120}"#,
            "MEA'",
            .valueTooLong(found: 3, limit: 2)
        ),
        Case("M DTM+{postingDate date}", #"{"postingDate":"2026-02-28"}"#, "DTM+20260228'"),
        Case(
            "M DTM+{postingDate date}",
            #"{"postingDate":"2026-02-29"}"#,
            "DTM'",
            .valueMalformed(expected: "a date")
        ),
        Case(
            "M MOA+{postage.amount amount postage.currency n..9}",
            #"{"postage":{"amount":"7","currency":"EUR"}}"#,
            "MOA+7.00'"
        ),
        Case(
            "M MOA+{postage.amount amount postage.currency n..9}",
            #"{"postage":{"amount":"7.5","currency":"JPY"}}"#,
            "MOA'",
            .valueMalformed(expected: "an amount with 0 decimals")
        ),
        Case("M IMD+{item an..2x3}:Z", #"{"item":"abcde"}"#, "IMD+ab:cd:e:Z'"),
        Case(
            "M IMD+{item an..2x2}",
            #"{"item":"abcde"}"#,
            "IMD'",
            .valueTooLong(found: 5, limit: 4)
        ),
        Case(
            "M NAD+{sender.lines list an..9x2}",
            #"{"sender":{"lines":["a","b"]}}"#,
            "NAD+a:b'"
        ),
        Case(
            "M NAD+{sender.lines list an..9x2}",
            #"{"sender":{"lines":["a","b","c"]}}"#,
            "NAD'",
            .listTooLong(found: 3, limit: 2)
        ),
        Case(
            "M IMD+{item an..9x2}",
            #"{"item":"abcdefghijŁ"}"#,
            "IMD+abcdefghi:jŁ'",
            .characterNotSendable("Ł", position: 11)
        ),
        Case(
            "M IMD+{item an..9}",
            #"{"item":"a\nb"}"#,
            "IMD+a\nb'",
            .characterNotSendable("\n", position: 2)
        ),
        Case("M IMD+Ł", "{}", "IMD+Ł'", .characterNotSendable("Ł", position: 1)),
        Case("M with sender\nM NAD+{name an..9}\nend", "{}", "", .fieldMissing),
        Case(
            "C each contents.lines\nM LIN+{#}\nend",
            #"{"contents":{"lines":[{},{}]}}"#,
            "LIN+1'LIN+2'"
        ),
    ]

    @Test("each line writes what it says", arguments: cases)
    func lines(_ example: Case) throws {
        let profile = try Profile(Self.head + example.line)
        var encoder = ProfileEncoder(profile, allowed: .all)
        encoder.write(try JSONReader.read(Array(example.fields.utf8)))
        #expect(encoder.findings.map(\.code) == example.findings)
        // Written as it stands, whatever the level: only the segments' shape is looked at here.
        let text = encoder.segments.map { segment in
            var text = segment.tag.text
            var last = Segment.Place(0)
            for value in segment.values {
                text += value.place.element > last.element ? "+" : ":"
                text += value.text
                last = value.place
            }
            return text + "'"
        }
        #expect(text.joined() == example.written)
    }

    @Test("findings point into the lodgement")
    func pointers() throws {
        let lines = """
            C each contents.lines
            M LIN+{#}+{description an..3}
            M NAD+{origin a2}
            end
            """
        let profile = try Profile(Self.head + lines)
        var encoder = ProfileEncoder(profile, allowed: .all)
        let fields =
            #"{"contents":{"lines":[{"description":"ab","origin":"GB"},{"description":"abcd"}]}}"#
        encoder.write(try JSONReader.read(Array(fields.utf8)))
        #expect(
            encoder.findings.map(\.pointer) == [
                "/contents/lines/1/description", "/contents/lines/1/origin",
            ]
        )
    }
}
