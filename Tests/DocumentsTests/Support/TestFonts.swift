import Documents
import Glibc
import Testing

/// The system's fonts taken in once for the whole test run.
enum TestFonts {
    /// Whether Debian's fonts and the tools that judge files are here; without them a test is
    /// skipped, visibly.
    static let areInstalled =
        library != nil && ["qpdf", "pdftotext", "strings"].allSatisfy(Tool.isInstalled)

    static let assets = AssetDirectory(path: "/tmp/posthorn-documents-tests/assets")

    static let taken = try? Edition.takeIn(into: assets)

    static let library: FontLibrary? = taken.flatMap { taken in
        try? FontLibrary(edition: taken.edition, assets: assets)
    }

    static func press() throws -> Press {
        Press(try #require(library))
    }
}
