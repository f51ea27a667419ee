import Documents
import Testing

@Suite("a press writes PDF files", .enabled(if: TestFonts.areInstalled))
struct PressTests {
    static let scripts: [(String, String)] = [
        ("Latin", "Knitted cotton jumper, women's"),
        ("Polish", "Zoë Łukasiewicz, ul. Długa 5/7"),
        ("Vietnamese", "Nguyễn Thị Ễm Đường Lê Lợi"),
        ("Greek", "Βαμβακερό πουλόβερ"),
        ("Cyrillic", "Хлопковый свитер, Київ"),
        ("Chinese", "棉质针织毛衣，北京市"),
        ("Japanese", "東京都千代田区丸の内ひらがなカタカナ"),
        ("Korean", "서울특별시 종로구 세종대로"),
        ("Arabic", "شارع الملك فهد الرياض"),
        ("Hebrew", "רחוב הרצל תל אביב"),
        ("ArabicNumber", "شارع الملك فهد 12"),
        ("HebrewSigns", "רחוב הרצל 7"),
        ("Persian", "خیابان ولیعصر پلاک ۱۲"),
        ("Urdu", "شاہراہ فیصل کراچی"),
        ("Lao", "ວຽງຈັນ ລາວ"),
        ("Telugu", "హైదరాబాద్ తెలంగాణ"),
        ("Malayalam", "തിരുവനന്തപുരം കേരളം"),
        ("Gujarati", "અમદાવાદ ગુજરાત"),
        ("Punjabi", "ਅੰਮ੍ਰਿਤਸਰ ਪੰਜਾਬ"),
        ("Kannada", "ಬೆಂಗಳೂರು ಕರ್ನಾಟಕ"),
        ("Decomposed", "Zu\u{308}rich E\u{301}cole"),
        ("Devanagari", "हिन्दी कपास का स्वेटर"),
        ("Thai", "กรุงเทพมหานคร น้ำใจ"),
        ("Bengali", "ঢাকা বাংলাদেশ"),
        ("Tamil", "சென்னை தமிழ்நாடு"),
        ("Georgian", "თბილისი რუსთაველის"),
        ("Armenian", "Երևան Հայաստան"),
        ("Amharic", "አዲስ አበባ"),
        ("Khmer", "ភ្នំពេញ កម្ពុជា"),
        ("Burmese", "ရန်ကုန် မြန်မာ"),
        ("Tibetan", "བོད་ཡིག"),
        ("Sinhala", "කොළඹ ශ්‍රී ලංකා"),
        ("Mixed", "Flat 5, 東京 Καλά"),
    ]

    static func page(_ texts: [(String, String)]) -> DrawnDocument {
        var marks: [Mark] = []
        for (index, (_, text)) in texts.enumerated() {
            let y = 10 + Double(index) * 12
            for (column, face) in [Face.sans, .bold].enumerated() {
                let box = Box.millimetres(10 + Double(column) * 95, y, 90, 10)
                marks.append(
                    .rectangle(Rectangle(box, stroke: .grey(30), width: .micrometres(100)))
                )
                let style = TextStyle(face, points: 14, shrinkTo: 6, vertical: .middle)
                marks.append(.text(text, in: box, style))
            }
        }
        return DrawnDocument(
            title: "Scripts",
            language: "en",
            sheets: [Sheet(size: .a4, marks: marks)]
        )
    }

    @Test("writes what qpdf accepts")
    func isClean() throws {
        let file = try TestFonts.press().pdf(Self.page(Self.scripts))
        try Tool.write(file, to: "/tmp/posthorn-documents-tests/scripts.pdf")
        let answer = try Tool.run("qpdf --check $FILE", on: file, name: "scripts")
        #expect(answer.code == 0, "\(answer.output)")
    }

    @Test("finds its text again", arguments: scripts)
    func findsText(script: String, text: String) throws {
        let file = try TestFonts.press().pdf(Self.page([(script, text)]))
        let answer = try Tool.run("pdftotext $FILE -", on: file, name: "find-\(script)")
        let words = answer.output.unicodeScalars.filter { !("\u{202A}"..."\u{202E}" ~= $0) }
        let found = String(String.UnicodeScalarView(words)).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(found.contains(text), "\(script): found \(found)")
    }
}
