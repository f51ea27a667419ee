/// The scheme a column of tax numbers names, in at most eight capital letters and digits.
///
/// Packed into one word, so that a column is copied for each cell without counting references.
struct TaxScheme: Hashable, Sendable {
    private let packed: UInt64

    static let vat = TaxScheme(unchecked: "VAT")
    static let eori = TaxScheme(unchecked: "EORI")
    static let ioss = TaxScheme(unchecked: "IOSS")
    static let airn = TaxScheme(unchecked: "AIRN")

    init?(_ text: String) {
        // A scheme and its number in two columns is not a shape we read.
        guard !text.isEmpty, text.utf8.count <= 8, text != "KIND", text != "VALUE",
            text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A })
        else { return nil }
        self.init(unchecked: text)
    }

    private init(unchecked text: String) {
        packed = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }

    var text: String {
        var text = ""
        for shift in stride(from: 56, through: 0, by: -8) {
            let byte = UInt8(packed >> UInt64(shift) & 0xFF)
            if byte != 0 { text.unicodeScalars.append(UnicodeScalar(byte)) }
        }
        return text
    }
}
