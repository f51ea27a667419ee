/// `office/assets`: files named by the SHA-256 of their bytes, written once, never changed.
///
/// Trusted for nothing: every read is hashed, so a changed font is a fault and not a document
/// that looks a little different. May be lost: the vault has a copy of every asset.
package struct AssetDirectory: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The bytes of an asset.
    ///
    /// - Throws: ``AssetFault`` `asset_missing` or `asset_altered`.
    package func read(_ digest: AssetDigest) throws(AssetFault) -> [UInt8] {
        guard let bytes = WholeFile.read(file(of: digest)) else {
            throw AssetFault(
                .assetMissing,
                "asset \(digest) is not in \(path)",
                hint: "copy it back from a vault, or take the fonts in again with the same edition"
            )
        }
        let found = AssetDigest(of: bytes)
        guard found == digest else {
            throw AssetFault(
                .assetAltered,
                "asset expected to hash to \(digest), found \(found) in \(path)",
                hint: "remove this file and copy it back from a vault"
            )
        }
        return bytes
    }

    /// Stores the bytes under their digest; what is there already with the same bytes is fine.
    ///
    /// - Throws: ``AssetFault`` `asset_unwritable`.
    package func write(_ bytes: [UInt8]) throws(AssetFault) -> AssetDigest {
        let digest = AssetDigest(of: bytes)
        if let present = WholeFile.read(file(of: digest)), present == bytes { return digest }
        guard WholeFile.makeDirectory(path), WholeFile.write(bytes, to: file(of: digest)) else {
            throw AssetFault(
                .assetUnwritable,
                "cannot write asset \(digest) into \(path)",
                hint: "check that the directory can be written and the disk is not full"
            )
        }
        return digest
    }

    private func file(of digest: AssetDigest) -> String {
        "\(path)/\(digest.hex)"
    }
}
