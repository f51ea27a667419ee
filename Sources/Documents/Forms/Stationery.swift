import Mail
import Synchronization

/// The forms of an office, set and compressed once for each language and shared by every thread.
package final class Stationery: Sendable {
    package let fonts: FontLibrary
    private let ruler: Ruler
    private let prepared = Mutex<[FormSide.Printed: PreparedTemplate]>([:])

    package init(_ fonts: FontLibrary) {
        self.fonts = fonts
        ruler = Ruler(fonts)
    }

    /// The static part of a form's side for an office.
    ///
    /// - Throws: ``FitReport`` when a caption does not fit: a mistake in the form; ``AssetFault``
    ///   when a font is not what its edition names.
    func side(_ side: FormSide, _ office: OfficeProfile) throws -> PreparedTemplate {
        let key = FormSide.Printed(side: side, language: office.language, mode: office.mode)
        if let template = prepared.withLock({ $0[key] }) { return template }
        var pen = FormPen(FormLanguages(office.language), ruler)
        side.draw(with: &pen, office.mode)
        let template = try fonts.prepare(
            Template(name: key.name, size: side.size, marks: pen.marks)
        )
        // Two threads may prepare the same side at once; both make the same.
        return prepared.withLock { templates in
            if let first = templates[key] { return first }
            templates[key] = template
            return template
        }
    }
}

/// One printed side of a form.
enum FormSide: Hashable, CaseIterable {
    case cn22
    case cn22WithBack
    case cn22Back
    case cn23
    case cn23Continuation
    case cp72Declaration
    case cp72Continuation
    case cp71
    case invoice
    case label100x150
    case label100x150WithCN22
    case labelA6
    case labelA6WithCN22
    case coverSlip

    /// A side in one language and mode.
    struct Printed: Hashable {
        let side: FormSide
        let language: Language
        let mode: Mode

        var name: String {
            "\(side)-\(language.rawValue)" + (mode == .test ? "-test" : "")
        }
    }

    var size: Size {
        switch self {
        case .cn22, .cn22WithBack, .cn22Back: CN22.size
        case .cn23, .cn23Continuation, .cp72Declaration, .cp72Continuation, .cp71: .a5Landscape
        case .invoice: .a4
        case .coverSlip: CoverSlip.size
        case .label100x150, .label100x150WithCN22: ItemLabel(.mm100x150, withCN22: false).size
        case .labelA6, .labelA6WithCN22: ItemLabel(.a6, withCN22: false).size
        }
    }

    func draw(with pen: inout FormPen, _ mode: Mode) {
        switch self {
        case .cn22: CN22(hasBack: false).draw(with: &pen, mode)
        case .cn22WithBack: CN22(hasBack: true).draw(with: &pen, mode)
        case .cn22Back: CN22Back.draw(with: &pen)
        case .cn23: CN23(.single).draw(with: &pen, mode)
        case .cn23Continuation: CN23Continuation(.single).draw(with: &pen, mode)
        case .cp72Declaration: CN23(.partOfCP72).draw(with: &pen, mode)
        case .cp72Continuation: CN23Continuation(.partOfCP72).draw(with: &pen, mode)
        case .cp71: CP71.draw(with: &pen, mode)
        case .invoice: CommercialInvoice.draw(with: &pen, mode)
        case .coverSlip: CoverSlip.draw(with: &pen, mode)
        case .label100x150: ItemLabel(.mm100x150, withCN22: false).draw(with: &pen, mode)
        case .label100x150WithCN22: ItemLabel(.mm100x150, withCN22: true).draw(with: &pen, mode)
        case .labelA6: ItemLabel(.a6, withCN22: false).draw(with: &pen, mode)
        case .labelA6WithCN22: ItemLabel(.a6, withCN22: true).draw(with: &pen, mode)
        }
    }
}
