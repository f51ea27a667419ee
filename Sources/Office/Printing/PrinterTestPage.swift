import Documents
package import Mail

extension PrintDesk {
    /// Prints a page with a 100 mm ruler: in ZPL where the printer takes labels, else in PDF.
    ///
    /// - Throws: ``PrintRefusal``, ``OfficeFault`` `assets_missing`.
    package func test(
        _ name: String,
        _ directory: OfficeDirectory,
        edition: String,
        label: LabelFormat
    ) async throws {
        let printer = try printer(name)
        let kind = printer.kinds.first(where: \.isZPL) ?? .label
        let fonts = try OfficeAssets.library(directory, edition: edition)
        let bytes =
            if kind.isZPL {
                try PrintTest.zpl(name, label, fonts, isFine: kind == .label300ZPL)
            } else {
                try PrintTest.pdf(name, label, fonts)
            }
        let file = "printer-test." + (kind.isZPL ? "zpl" : "pdf")
        try await send(bytes, kind, named: file, to: printer)
    }
}
