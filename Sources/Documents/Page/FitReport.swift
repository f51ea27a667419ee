/// Why a text cannot be set as it is; never clipped, never run over, never replaced by boxes.
package enum TextFlaw: Error, Hashable, Sendable {
    /// No font of the edition has this character.
    case noGlyph(Unicode.Scalar)
    /// Even at the smallest size allowed the text needs more room than its box has.
    ///
    /// `measured` is the room at that size: its widest unbreakable part and its height.
    case doesNotFit(measured: Size, available: Size)
}

/// One text that cannot be set, and which value it shows.
package struct FitFinding: Hashable, Sendable {
    /// Index of the sheet in its document.
    package let sheet: Int
    package let field: FieldName?
    package let flaw: TextFlaw

    package init(sheet: Int, field: FieldName?, flaw: TextFlaw) {
        self.sheet = sheet
        self.field = field
        self.flaw = flaw
    }
}

/// What of a document cannot be printed; asked at lodgement, and thrown by a press.
///
/// Checking sets with the very code that prints, but for texts whose sums show that they fit: what
/// passed the check prints, whatever day it is.
package struct FitReport: Error, Hashable, Sendable {
    package let findings: [FitFinding]

    package init(findings: [FitFinding]) {
        self.findings = findings
    }

    package var fits: Bool { findings.isEmpty }
}
