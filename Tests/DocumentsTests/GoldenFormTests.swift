import Documents
import Glibc
import Mail
import Testing

/// Every form as it was when a person looked at it, byte for byte.
///
/// `POSTHORN_RECORD=1 swift test --filter Golden` records them anew. The bytes depend on the fonts
/// and libraries of the edition, so they are compared only where those are the ones recorded with.
@Suite(
    .enabled(if: GoldenForms.areComparable, "the fonts or libraries are not those recorded with")
)
struct GoldenFormTests {
    @Test("is what was looked at", arguments: GoldenForms.cases)
    func golden(form: GoldenForms.Form) throws {
        let table = PrintTable(label: form.label)
        let bytes = try FormFixtures.set(table)
            .document(
                form.kind,
                for: FormFixtures.source(form.sample, form.language, form.mode)
            )
        if GoldenForms.isRecording {
            try Tool.write(bytes, to: form.path)
            return
        }
        let expected = try #require(GoldenForms.read(form.path), "\(form.path) is not recorded")
        let isSame = bytes == expected
        #expect(
            isSame,
            "\(form.path): expected \(expected.count) bytes, found \(bytes.count)"
        )
    }

    @Test("the cover slip is what was looked at", arguments: GoldenForms.covers)
    func cover(_ form: GoldenForms.Cover) throws {
        let source = try FormFixtures.source(form.sample, form.language, form.mode)
        let reprint = Reprint(
            number: form.number,
            kinds: DocumentSet.kinds(of: source.record) + [.itmattEDI, .itmattJSON],
            at: Moment(milliseconds: 1_795_900_000_000)
        )
        let bytes = try FormFixtures.set().coverSlip(reprint, for: source)
        if GoldenForms.isRecording {
            try Tool.write(bytes, to: form.path)
            return
        }
        let isSame = bytes == GoldenForms.read(form.path)
        #expect(isSame, "\(form.path): found \(bytes.count) other bytes")
    }

    @Test("the edition is written down", .enabled(if: GoldenForms.isRecording))
    func edition() throws {
        let digest = try #require(GoldenForms.edition)
        try Tool.write(Array(digest.utf8), to: GoldenForms.root + "/edition.txt")
    }
}

enum GoldenForms {
    struct Form: Sendable, CustomTestStringConvertible {
        let kind: DocumentKind
        let sample: String
        var language = Language.english
        var mode = Mode.live
        var label = LabelFormat.mm100x150

        var name: String {
            "\(sample)-\(language.rawValue)" + (mode == .test ? "-test" : "")
                + (label == .a6 ? "-a6" : "")
        }

        var folder: String {
            switch kind {
            case .cn22: "CN22"
            case .cn23: "CN23"
            case .cp72: "CP72"
            case .invoice: "CommercialInvoice"
            default: "ItemLabel"
            }
        }

        var path: String {
            let file = kind.rawValue.split(separator: ".").last.map(String.init) ?? "pdf"
            let tail = kind.rawValue.hasPrefix("label-") ? "-\(kind.rawValue)" : ".\(file)"
            return "\(GoldenForms.root)/\(folder)/\(name)\(tail)"
        }

        var testDescription: String { "\(folder)/\(name)" }
    }

    static let cases: [Form] = [
        Form(kind: .cn22, sample: "gift", mode: .test),
        Form(kind: .cn22, sample: "sale"),
        Form(kind: .cn22, sample: "wordy", language: .german),
        Form(kind: .cn22, sample: "arabic", language: .french),
        Form(kind: .cn23, sample: "full"),
        Form(kind: .cn23, sample: "full", language: .german, mode: .test),
        Form(kind: .cn23, sample: "many", language: .dutch),
        Form(kind: .cn23, sample: "long", language: .italian),
        Form(kind: .cp72, sample: "parcel"),
        Form(kind: .cp72, sample: "parcel", language: .french, mode: .test),
        Form(kind: .invoice, sample: "full"),
        Form(kind: .invoice, sample: "many", language: .german),
        Form(kind: .label, sample: "sale"),
        Form(kind: .label, sample: "full", language: .italian, label: .a6),
        Form(kind: .label, sample: "letter", mode: .test),
        Form(kind: .label, sample: "japanese"),
        Form(kind: .label203PNG, sample: "sale"),
        Form(kind: .label300ZPL, sample: "hindi"),
    ]

    /// `Tests/Golden` beside this file's folder.
    static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(2)
        return "/" + parts.joined(separator: "/") + "/Golden"
    }()

    /// A cover slip, and which copy it announces.
    struct Cover: Sendable {
        let sample: String
        let language: Language
        let mode: Mode
        let number: Int

        var path: String {
            let name = "\(sample)-\(language.rawValue)" + (mode == .test ? "-test" : "")
            return "\(GoldenForms.root)/CoverSlip/\(name).pdf"
        }
    }

    static let covers = [
        Cover(sample: "full", language: .english, mode: .live, number: 1),
        Cover(sample: "parcel", language: .german, mode: .test, number: 12),
    ]

    static let isRecording = unsafe getenv("POSTHORN_RECORD") != nil

    /// Which fonts and libraries documents are set with: the edition without its forms, which are
    /// what the goldens hold.
    static let edition: String? = TestFonts.taken.map { taken in
        let lines = String(decoding: taken.edition.bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("forms ") }
        return "\(AssetDigest(of: Array(lines.joined(separator: "\n").utf8)))"
    }

    static let areComparable: Bool =
        edition != nil
        && (isRecording
            || read(root + "/edition.txt").map { String(decoding: $0, as: UTF8.self) } == edition)

    static func read(_ path: String) -> [UInt8]? {
        guard let file = unsafe fopen(path, "r") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = unsafe fread(&chunk, 1, chunk.count, file), count > 0 {
            bytes += chunk[..<count]
        }
        return bytes
    }
}
