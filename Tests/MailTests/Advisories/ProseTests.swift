import Testing

@testable import Mail

@Suite("Prose")
struct ProseTests {
    /// The tree in a notation of the tests' own: `*…*`, `**…**`, `[…](…)`, blocks apart by `|`.
    private static func written(_ prose: Prose) -> String {
        func spans(_ spans: [Prose.Span]) -> String {
            spans.map { span in
                switch span {
                case .text(let text): text
                case .emphasis(let inner): "<em>" + spans2(inner) + "</em>"
                case .strong(let inner): "<strong>" + spans2(inner) + "</strong>"
                case .link(let inner, let link): "<a \(link.text)>" + spans2(inner) + "</a>"
                }
            }
            .joined()
        }
        func spans2(_ inner: [Prose.Span]) -> String { spans(inner) }
        return prose.blocks
            .map { block in
                switch block {
                case .paragraph(let inner): "<p>" + spans(inner)
                case .list(let items, let isOrdered):
                    (isOrdered ? "<ol>" : "<ul>") + items.map { "<li>" + spans($0) }.joined()
                }
            }
            .joined()
    }

    @Test(
        "reads its subset, and what is none of it is text",
        arguments: [
            ("one\ntwo\n\nthree", "<p>one two<p>three"), ("a\r\n\r\nb", "<p>a<p>b"),
            ("*a*, **b**. _c_!", "<p><em>a</em>, <strong>b</strong>. <em>c</em>!"),
            ("**a *b* c**", "<p><strong>a <em>b</em> c</strong>"),
            ("***a***", "<p><strong><em>a</em></strong>"),
            ("- a\n- *b*\n  c\n\n1. d\n2. e", "<ul><li>a<li><em>b</em> c<ol><li>d<li>e"),
            ("words:\n- a", "<p>words:<ul><li>a"),
            ("[a](https://b.example/c?d=e), f", "<p><a https://b.example/c?d=e>a</a>, f"),
            ("[m](mailto:a@b.example).", "<p><a mailto:a@b.example>m</a>."),
            ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))"),
            ("[x](http://b.example)", "<p>[x](http://b.example)"),
            ("[x](https://bank.example@evil.example)", "<p>[x](https://bank.example@evil.example)"),
            ("[x](https://b.example/\"onclick=)", "<p>[x](https://b.example/\"onclick=)"),
            ("<script>alert(1)</script>", "<p><script>alert(1)</script>"),
            ("2 * 3 * 4, snake_case_name, a*", "<p>2 * 3 * 4, snake_case_name, a*"),
            ("\\*not\\* \\[x\\]", "<p>*not* [x]"),
            ("# no heading", "<p># no heading"),
            ("[](https://b.example)", "<p>[](https://b.example)"),
        ]
    )
    func reads(_ source: String, _ expected: String) throws {
        #expect(Self.written(try Prose(source)) == expected)
    }

    @Test(
        "is plain text where nothing else goes",
        arguments: [
            ("**a** [b](https://c.example)", "a b (https://c.example)"),
            ("[x@b.example](mailto:x@b.example)", "x@b.example"),
            ("[w](mailto:x@b.example)", "w (x@b.example)"),
            ("- a\n- b", "- a\n- b"), ("1. a\n1. b", "1. a\n2. b"), ("a\n\nb", "a\n\nb"),
        ]
    )
    func plain(_ source: String, _ expected: String) throws {
        #expect(try Prose(source).plain == expected)
    }

    @Test(
        "refuses what cannot be printed",
        arguments: [
            ("", Prose.Flaw.empty), (" \n", .empty), ("a\u{0}b", .unprintable(0)),
            ("a\u{202E}b", .unprintable(0x202E)), ("a\tb", .unprintable(9)),
            (String(repeating: "x", count: 2_001), .tooLong(2_001)),
        ]
    )
    func refuses(_ source: String, _ flaw: Prose.Flaw) {
        #expect(throws: flaw) { try Prose(source) }
    }

    @Test("marks that never close cost no more than the text is long")
    func isBounded() throws {
        for mark in ["*", "**", "_", "[", "[a](", "*a ", "**a_"] {
            let source = String(repeating: mark, count: Prose.limit / mark.count)
            #expect(!(try Prose(source)).blocks.isEmpty)
        }
    }
}

@Suite("Advisories")
struct AdvisoryTests {
    @Test("a language that is missing is named")
    func languages() throws {
        let text = try AdvisoryText(title: "t", what: "w", advice: "a")
        #expect(throws: AdvisoryTexts.Missing(languages: [.french, .dutch])) {
            try AdvisoryTexts([.italian: text, .english: text, .german: text])
        }
    }

    @Test(
        "a name stands in an address as it is",
        arguments: [
            ("us-customs", true), ("2026-strike", true), ("", false), ("-a", false), ("A", false),
            ("a/b", false), ("a.b", false), ("é", false),
            (String(repeating: "a", count: 61), false),
        ]
    )
    func names(_ text: String, _ isOne: Bool) {
        #expect((AdvisoryName(text) != nil) == isOne)
    }

    @Test(
        "an address of mail cannot begin another line of a header",
        arguments: [
            ("ada@fox.example", true), ("a.b+c@fox.co.uk", true),
            ("ada@fox.example\r\nBcc: x", false),
            ("ada fox@fox.example", false), ("<ada@fox.example>", false), ("ada@", false),
            ("@fox.example", false), ("a@b@c", false), ("ada@fox..example", false),
            ("adà@fox.example", false), ("a,b@fox.example", false),
        ]
    )
    func addresses(_ text: String, _ isOne: Bool) {
        #expect((MailAddress(text) != nil) == isOne)
    }

    @Test("an update that was promised is overdue when its moment has passed, until it is over")
    func overdue() throws {
        let at = Moment(milliseconds: 1_000)
        let name = try #require(AdvisoryName("a"))
        func history(
            _ next: Int64?,
            until: Int64? = nil,
            ended: Bool = false
        ) throws
            -> AdvisoryHistory
        {
            let content = AdvisoryContent(
                kind: .warning,
                lanes: [.any],
                since: at,
                until: until.map { Moment(milliseconds: $0) },
                nextUpdate: next.map { Moment(milliseconds: $0) },
                texts: try AdvisorySamples.texts()
            )
            return AdvisoryHistory(
                latest: Advisory(name: name, version: 1, content: content, by: .local, at: at),
                ended: ended ? AdvisoryEnded(name: name, version: 2, by: .local, at: at) : nil
            )
        }
        let now = Moment(milliseconds: 5_000)
        #expect(try history(4_999).isOverdue(at: now))
        #expect(try !history(5_000).isOverdue(at: now))
        #expect(try !history(nil).isOverdue(at: now))
        #expect(try history(nil, until: 4_000).isOverdue(at: now))
        #expect(try !history(4_999, ended: true).isOverdue(at: now))
    }
}
