/// The documents an item can have; the raw value is the file's name after `ID-`.
package enum DocumentKind: String, Hashable, Sendable, CaseIterable {
    case cn22 = "cn22.pdf"
    case cn23 = "cn23.pdf"
    /// Holds CP 71.
    case cp72 = "cp72.pdf"
    case invoice = "invoice.pdf"
    case label = "label.pdf"
    case label203ZPL = "label-203.zpl"
    case label300ZPL = "label-300.zpl"
    case label203PNG = "label-203.png"
    case label300PNG = "label-300.png"
    case itmattEDI = "itmatt.edi"
    case itmattJSON = "itmatt.json"

    package func fileName(_ id: ItemID) -> String { "\(id.text)-\(rawValue)" }
}

extension DeclarationForm {
    /// The document that is this form.
    package var document: DocumentKind? {
        switch self {
        case .none: nil
        case .cn22: .cn22
        case .cn23: .cn23
        case .cp72: .cp72
        }
    }
}
