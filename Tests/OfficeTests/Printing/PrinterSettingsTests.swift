import Mail
import Testing

@testable import Office

@Suite("Printers in office.yaml")
struct PrinterSettingsTests {
    @Test func areReadInTheirOrder() throws {
        let settings = try OfficeSettings(
            yaml: """
                printers:
                  back: { file: print, kinds: [cn23.pdf, invoice.pdf] }
                  counter: { zpl: "10.0.0.9:9100", kinds: [label-203.zpl], offset: { x: 1.5, y: -2 } }
                  six: { zpl: "[2001:db8::9]:9100", kinds: [label-300.zpl] }
                  abroad: { file: /srv/print, kinds: [label-203.zpl], offset: { y: 0.04 } }
                """,
            root: "office"
        )
        #expect(
            settings.printers == [
                Printer(name: "back", way: .folder("office/print"), kinds: [.cn23, .invoice]),
                Printer(
                    name: "counter",
                    way: .zpl(host: "10.0.0.9", port: 9100),
                    kinds: [.label203ZPL],
                    offset: PrinterOffset(x: 15, y: -20)
                ),
                Printer(
                    name: "six",
                    way: .zpl(host: "2001:db8::9", port: 9100),
                    kinds: [.label300ZPL]
                ),
                Printer(name: "abroad", way: .folder("/srv/print"), kinds: [.label203ZPL]),
            ]
        )
        #expect(try OfficeSettings(yaml: "printers:\n").printers.isEmpty)
    }

    @Test(
        "are refused with what is wrong",
        arguments: [
            ("printers: 5", "expected printers by name"),
            ("printers: { a: 5 }", "expected file or zpl"),
            ("printers: { a: { kinds: [label.pdf] } }", "expected either file or zpl"),
            ("printers: { a: { file: x, zpl: 'h:1', kinds: [label.pdf] } }", "either file or zpl"),
            ("printers: { a: { file: x } }", "expected kinds"),
            ("printers: { a: { file: x, kinds: [] } }", "expected kinds"),
            ("printers: { a: { file: x, kinds: [cn24.pdf] } }", "'cn24.pdf' is none of"),
            ("printers: { a: { file: x, kind: [cn23.pdf] } }", "'kind' is none of"),
            ("printers: { a: { zpl: host, kinds: [label-203.zpl] } }", "expected HOST:PORT"),
            ("printers: { a: { zpl: 'host:0', kinds: [label-203.zpl] } }", "expected HOST:PORT"),
            ("printers: { a: { zpl: 'host:9100', kinds: [label.pdf] } }", "takes no label.pdf"),
            (
                "printers: { a: { file: x, kinds: [label.pdf], offset: { x: 1 } } }",
                "an offset moves zpl alone"
            ),
            (
                "printers: { a: { file: x, kinds: [label-203.zpl], offset: { x: 11 } } }",
                "expected -10 to 10"
            ),
            (
                "printers: { a: { file: x, kinds: [label-203.zpl], offset: { z: 1 } } }",
                "expected x and y"
            ),
        ]
    )
    func refuses(_ yaml: String, _ part: String) throws {
        do {
            _ = try OfficeSettings(yaml: yaml)
            Issue.record("'\(yaml)' was taken")
        } catch {
            #expect(error.description.contains(part), "\(error.description)")
            #expect(!error.hint.isEmpty)
        }
    }

    static let label = "^XA\n^CI28\n^PW800\n^LL1200\n^LH0,0\n^FO0,0^GFA,1^FS\n^PQ1\n^XZ\n"

    @Test(
        "move a label by dots to every side",
        arguments: [
            (0, 0, 8, "^LH0,0\n^LS0\n^LT0\n"), (15, 0, 8, "^LH12,0\n^LS0\n^LT0\n"),
            (15, -20, 8, "^LH12,0\n^LS0\n^LT-16\n"), (-15, 20, 12, "^LH0,24\n^LS18\n^LT0\n"),
            (-100, -100, 12, "^LH0,0\n^LS120\n^LT-120\n"),
        ]
    )
    func moves(_ x: Int, _ y: Int, _ dots: Int, _ words: String) {
        let moved = PrinterOffset(x: x, y: y)
            .applied(to: Array(Self.label.utf8), dotsPerMillimetre: dots)
        #expect(
            String(decoding: moved, as: UTF8.self)
                == Self.label.replacing("^LH0,0\n", with: words)
        )
    }
}
