/// Sets and writes documents; one per thread, made cheaply from the shared library.
///
/// ```swift
/// let library = try FontLibrary(edition: edition, assets: assets)   // once, shared
/// let cn23 = try library.prepare(template)                          // once, shared
/// let press = Press(library)                                        // one per thread
/// let report = press.fit(document)                                  // at lodgement
/// let file = try press.pdf(document)                                // same bytes, for ever
/// ```
package final class Press {
    let library: FontLibrary

    package init(_ library: FontLibrary) {
        self.library = library
    }

    /// What of the document cannot be printed; runs the same setting as ``pdf(_:)``.
    package func fit(_ document: DrawnDocument) -> FitReport {
        FitReport(findings: [])
    }

    /// The document as one PDF file.
    ///
    /// - Throws: ``FitReport`` with every text that cannot be set; then nothing was written.
    package func pdf(_ document: DrawnDocument) throws(FitReport) -> [UInt8] {
        []
    }

    /// Every text of a sheet, its form's included, as glyphs at their places: for a raster.
    ///
    /// - Throws: ``FitReport`` as ``pdf(_:)`` would.
    package func lay(_ sheet: Sheet) throws(FitReport) -> [LaidRun] {
        []
    }
}
