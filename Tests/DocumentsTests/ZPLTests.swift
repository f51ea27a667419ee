import Mail
import Testing

@testable import Documents

/// A label for a Zebra: payload, module width and size of its bar code, and the picture around it.
@Suite(.enabled(if: TestFonts.areInstalled, "Debian's Noto fonts are not installed"))
struct ZPLTests {
    struct Stock: Sendable {
        let kind: DocumentKind
        let label: LabelFormat
        let width: Int
        let length: Int
        let module: Int
        /// Dots of one millimetre.
        let dots: Double
    }

    static let stocks = [
        Stock(kind: .label203ZPL, label: .mm100x150, width: 800, length: 1200, module: 3, dots: 8),
        Stock(
            kind: .label300ZPL,
            label: .mm100x150,
            width: 1181,
            length: 1772,
            module: 4,
            dots: 300 / 25.4
        ),
        Stock(kind: .label203ZPL, label: .a6, width: 840, length: 1184, module: 3, dots: 8),
        Stock(
            kind: .label300ZPL,
            label: .a6,
            width: 1240,
            length: 1748,
            module: 4,
            dots: 300 / 25.4
        ),
    ]

    @Test(
        "the bar code is native, of the right size, and nothing else crosses it",
        arguments: stocks
    )
    func barCode(stock: Stock) throws {
        let set = try FormFixtures.set(PrintTable(label: stock.label))
        for name in ["sale", "letter"] {
            let source = try FormFixtures.source(name)
            let bytes = try set.document(stock.kind, for: source)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.hasPrefix("^XA\n^CI28\n^PW\(stock.width)\n^LL\(stock.length)\n"))
            #expect(text.hasSuffix("^PQ1\n^XZ\n"))
            let code = try #require(text.split(separator: "\n").first { $0.contains("^BC") })
            let numbers = code.split { !$0.isNumber }.compactMap { Int($0) }
            let (x, y, module, height) = (numbers[0], numbers[1], numbers[2], numbers[5])
            let id = source.record.id.text
            #expect(
                code == "^FO\(x),\(y)^BY\(module),3.0,\(height)^BCN,\(height),N,N,N,A^FD\(id)^FS"
            )
            #expect(module == stock.module)
            let millimetres = Double(module) / stock.dots
            #expect(millimetres >= 0.33 && millimetres <= 0.51)
            let symbol = try #require(Code128(id))
            let width = symbol.moduleCount * module
            #expect(Double(height) / stock.dots >= 12.4)
            #expect(Double(height) >= Double(width) * 0.15)
            let quiet = max(10 * module, Int(5 * stock.dots))
            let picture = try #require(ReadField(Self.graphic(text)))
            #expect(picture.rowBytes == (stock.width + 7) / 8)
            let crossed = (y..<y + height)
                .contains { row in
                    (x - quiet..<x + width + quiet)
                        .contains { column in
                            picture.bytes[row * picture.rowBytes + column / 8] & 0x80
                                >> UInt8(column % 8) != 0
                        }
                }
            #expect(!crossed, "ink in the bar code or its quiet zones")
        }
    }

    @Test("the printer's picture is the PNG without its bars")
    func picture() throws {
        let source = try FormFixtures.source("hindi")
        let text = String(
            decoding: try FormFixtures.set().document(.label203ZPL, for: source),
            as: UTF8.self
        )
        let field = try #require(ReadField(Self.graphic(text)))
        #expect(field.bytes.contains { $0 != 0 })
    }

    @Test("copies are the printer's own")
    func copies() throws {
        let table = PrintTable(copies: [.label203ZPL: 2])
        let bytes = try FormFixtures.set(table)
            .document(
                .label203ZPL,
                for: FormFixtures.source("sale")
            )
        #expect(String(decoding: bytes, as: UTF8.self).contains("^PQ2\n"))
    }

    private static func graphic(_ text: String) -> String {
        text.split(separator: "\n").first { $0.contains("^GFA") }.map(String.init) ?? ""
    }
}
