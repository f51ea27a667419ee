import Mail
import Testing

@testable import Office

@Suite("Result file")
struct ResultWriterTests {
    @Test func echoesTheFileAndAddsFourColumns() throws {
        let taken = try TakenIn(
            "\u{FEFF}reference;Notes;sku\r\na;\"x;\"\"y\"\"\";007\r\n b ;=1+1;-5\r\nc\r\n"
        )
        #expect(
            taken.result
                == "\u{FEFF}reference;Notes;sku;row_status;error_codes;error_messages;item_id\r\n"
                + "a;\"x;\"\"y\"\"\";007;lodged;;;\r\n b ;'=1+1;-5;lodged;;;\r\n"
                + "c;;;refused;row_malformed;about row_malformed;\r\n"
        )
    }

    @Test func answersJSONByReferenceAndPlace() throws {
        let taken = try TakenIn(#"[{"reference":"=cmd"}, 7]"#)
        #expect(
            taken.result == """
                reference,place,row_status,error_codes,error_messages,item_id
                '=cmd,1,lodged,,,
                ,2,refused,row_malformed,about row_malformed,

                """
        )
    }

    @Test func takesAResultFileInAgain() throws {
        let first = try TakenIn("reference,sku\na,=1\nb,'=2\n")
        let again = try TakenIn(first.result)
        #expect(again.lodgements == first.lodgements)
        #expect(again.result == first.result)
        #expect(again.notes.contains(.apostrophesRemoved))
    }

    @Test(
        "guards what a spreadsheet would compute",
        arguments: [
            ("=1+1", true), ("+44 113 496 0000", true), ("+441134960000", false), ("-5.00", false),
            ("-5-3", true), ("@sum", true), ("\tx", true), ("\rx", true), ("x=1", false),
            ("", false),
            ("-", true), ("'=1", true), ("'x", false), ("1-2", false), ("-1e5", true),
        ]
    )
    func guardsFormulas(_ cell: String, _ isGuarded: Bool) {
        #expect(FormulaGuard.needsGuard(Array(cell.utf8)) == isGuarded)
        let written = (isGuarded ? [FormulaGuard.apostrophe] : []) + Array(cell.utf8)
        #expect(FormulaGuard.unguarded(written[...]).elementsEqual(cell.utf8))
    }
}
