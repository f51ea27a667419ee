import Documents
import Glibc
import Mail
import Testing

/// Bar codes decode with two decoders that we did not write, from PDF and from label pictures.
@Suite(.enabled(if: TestFonts.areInstalled, "Debian's Noto fonts are not installed"))
struct ScanTests {
    /// Numbers that differ in every place, with the narrowest and widest digits.
    static let serials: [UInt32] = [
        0, 11_111_111, 47_312_482, 76_129_403, 96_633_102, 99_999_999,
    ]

    static let python: String =
        unsafe getenv("POSTHORN_PYTHON").map { unsafe String(cString: $0) } ?? "python3"

    static let hasZXing = unsafe system("\(python) -c 'import zxingcpp, PIL' >/dev/null 2>&1") == 0
    static let hasZBar = Tool.isInstalled("zbarimg") && Tool.isInstalled("pdftoppm")

    private static func sources() throws -> [DocumentSource] {
        try serials.enumerated()
            .map { index, serial in
                let s10 = S10(
                    service: try ServiceIndicator(["UA", "LX", "RR", "CP"][index % 4]),
                    serial: try #require(S10.Serial(serial)),
                    country: try #require(IssuingCountry("GB"))
                )
                let (sample, form): (Sample, DeclarationForm) =
                    [
                        (Samples.gift, .cn22), (Samples.sale, .cn22), (Samples.full, .cn23),
                        (Samples.parcel, .cp72),
                    ][
                        index % 4
                    ]
                return try Sample(s10.text, form) { $0 = sample.lodgement }.source(Samples.office())
            }
    }

    @Test("from PDF rendered at 203 and 300 dpi", .enabled(if: hasZBar))
    func fromPDF() throws {
        let set = try FormFixtures.set()
        for source in try Self.sources() {
            let kinds = [try #require(source.record.decision.form.document), .label]
            for (kind, bytes) in try set.documents(for: source, kinds: kinds) {
                for resolution in [203, 300] {
                    let answer = try Tool.run(
                        "pdftoppm -f 1 -l 1 -r \(resolution) -gray -png $FILE $FILE-page; "
                            + Self.decode("$FILE-page*.png") + "; rm -f $FILE-page*.png",
                        on: bytes,
                        name: "scan"
                    )
                    Self.expect(answer.output, source, "\(kind) at \(resolution)")
                }
            }
        }
    }

    @Test("from label pictures", .enabled(if: hasZBar))
    func fromPNG() throws {
        let set = try FormFixtures.set()
        for source in try Self.sources() + [FormFixtures.source("letter")] {
            let kinds: [DocumentKind] = [.label203PNG, .label300PNG]
            for (kind, bytes) in try set.documents(for: source, kinds: kinds) {
                let answer = try Tool.run(Self.decode("$FILE"), on: bytes, name: "scan-\(kind)")
                Self.expect(answer.output, source, "\(kind)")
            }
        }
    }

    /// zbarimg, and zxing-cpp where Python has it, print a line each.
    private static func decode(_ path: String) -> String {
        var line = "zbarimg -q --raw -Sdisable -Scode128.enable \(path)"
        guard hasZXing else { return line }
        line += "; \(python) -c 'import sys, zxingcpp; from PIL import Image; "
        line +=
            "[print(\"zxing\", r.text) for r in zxingcpp.read_barcodes(Image.open(sys.argv[1]))]'"
        return line + " \(path)"
    }

    private static func expect(_ output: String, _ source: DocumentSource, _ what: String) {
        let id = source.record.id.text
        let lines = output.split(separator: "\n").map(String.init)
        #expect(lines.contains(id), "zbar, \(id), \(what): \(output)")
        if hasZXing { #expect(lines.contains("zxing " + id), "zxing, \(id), \(what): \(output)") }
    }
}
