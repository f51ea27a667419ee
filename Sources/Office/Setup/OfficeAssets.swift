import Documents
package import Mail

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

    /// Another edition, kept as an asset, where this release draws other forms or runs other
    /// libraries than the edition in use names; `nil` where it does not.
    ///
    /// An edition that cannot be read renews nothing: printing says what is wrong with it.
    static func renew(
        _ directory: OfficeDirectory,
        edition: String
    ) throws(OfficeFault) -> String? {
        let assets = AssetDirectory(path: directory.assets)
        guard let digest = AssetDigest(hex: edition),
            let renewed = (try? Edition(digest, from: assets))?.renewed
        else { return nil }
        do {
            return try assets.write(renewed.bytes).hex
        } catch {
            throw fault(error)
        }
    }

    /// Opens an edition for printing: every asset it uses is hashed as it is read.
    package static func printStep(
        _ directory: OfficeDirectory,
        edition: String,
        label: LabelFormat = .mm100x150
    ) throws(OfficeFault) -> PrintStep {
        let opened = try opened(directory, edition: edition)
        return PrintStep(
            Stationery(opened.library),
            MessageStep(),
            label,
            PrintingEdition(digest: edition, differences: opened.edition.differences)
        )
    }

    /// The fonts of an edition.
    static func library(
        _ directory: OfficeDirectory,
        edition: String
    ) throws(OfficeFault) -> FontLibrary {
        try opened(directory, edition: edition).library
    }

    private static func opened(
        _ directory: OfficeDirectory,
        edition: String
    ) throws(OfficeFault) -> (edition: Edition, library: FontLibrary) {
        do throws(AssetFault) {
            let assets = AssetDirectory(path: directory.assets)
            guard let digest = AssetDigest(hex: edition) else {
                throw AssetFault(
                    .assetMissing,
                    "'\(edition)' names no edition",
                    hint: "restore the journal; an item's entry names its edition"
                )
            }
            let opened = try Edition(digest, from: assets)
            return (opened, try FontLibrary(edition: opened, assets: assets))
        } catch {
            throw fault(error)
        }
    }

    /// Reads every asset of an edition; returns why documents set here might differ.
    static func differences(
        _ directory: OfficeDirectory,
        edition: String
    ) throws(OfficeFault) -> [String] {
        do throws(AssetFault) {
            let assets = AssetDirectory(path: directory.assets)
            guard let digest = AssetDigest(hex: edition) else { return [] }
            let edition = try Edition(digest, from: assets)
            for asset in edition.assets { _ = try assets.read(asset) }
            return edition.differences
        } catch {
            throw fault(error)
        }
    }

    static func fault(_ fault: AssetFault) -> OfficeFault {
        OfficeFault(.assetsMissing, fault.message, hint: fault.hint)
    }
}
