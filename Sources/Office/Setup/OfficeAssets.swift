import Documents
import Journal

/// What documents are set with: the edition's fonts and prepared subsets, as assets of the office.
package enum OfficeAssets {
    /// Takes the system's fonts in and returns the digest that names the edition they make.
    ///
    /// - Throws: ``OfficeFault`` `assets_missing` naming the packages to install.
    static func takeIn(_ directory: OfficeDirectory) throws(OfficeFault) -> String {
        do {
            return try Edition.takeIn(into: AssetDirectory(path: directory.assets)).digest.hex
        } catch {
            throw fault(error)
        }
    }

    /// Opens an edition for printing: every asset it uses is hashed as it is read.
    package static func printStep(
        _ directory: OfficeDirectory, edition: String
    ) throws(OfficeFault) -> PrintStep {
        do {
            let library = try FontLibrary(
                edition: edition, assets: AssetDirectory(path: directory.assets))
            return PrintStep(Stationery(library), MessageStep())
        } catch {
            throw fault(error)
        }
    }

    static func fault(_ fault: AssetFault) -> OfficeFault {
        OfficeFault(.assetsMissing, fault.detail, hint: fault.hint)
    }
}
