import Synchronization

/// The fonts of one edition, ready to set with; immutable and shared by every thread.
package final class FontLibrary: Sendable {
    package let edition: Edition
    let blocks: [PreparedBlock]
    private let tables: [FaceTable]
    private let coverages: [Coverage]
    private let assets: AssetDirectory
    /// Fonts are opened when a document first needs one; guarded, since presses share them.
    private let opened: Mutex<[FontRef: FontProgram]>

    /// Loads the prepared blocks of an edition; whole fonts follow when they are needed.
    ///
    /// - Throws: ``AssetFault`` when an asset is missing or not what the edition names.
    package init(edition: Edition, assets: AssetDirectory) throws(AssetFault) {
        var blocks: [PreparedBlock] = []
        var tables: [FaceTable] = []
        var coverages: [Coverage] = []
        for entry in edition.faces {
            var mine: [(ref: FontRef, block: PreparedBlock)] = []
            for part in entry.blocks {
                let bytes = try assets.read(part.digest)
                guard let block = PreparedBlock(bytes: bytes) else {
                    throw FontLibrary.unreadable(part.digest)
                }
                mine.append((.block(blocks.count), block))
                blocks.append(block)
            }
            guard let coverage = Coverage(bytes: try assets.read(entry.coverage)) else {
                throw FontLibrary.unreadable(entry.coverage)
            }
            tables.append(FaceTable(blocks: mine))
            coverages.append(coverage)
        }
        self.edition = edition
        self.assets = assets
        self.blocks = blocks
        self.tables = tables
        self.coverages = coverages
        opened = Mutex([:])
    }

    private static func unreadable(_ digest: AssetDigest) -> AssetFault {
        AssetFault(
            .editionUnreadable,
            "asset \(digest) is not what the edition calls it",
            hint: "an edition of a newer posthorn needs that posthorn"
        )
    }

    func table(of face: Face) -> FaceTable {
        tables[Int(face.rawValue)]
    }

    /// The first font of a face's fallback that has this character.
    func font(for scalar: UInt32, face: Face) -> FontRef? {
        coverages[Int(face.rawValue)].font(for: scalar).map(FontRef.whole)
    }

    /// The face's own font, which shapes what its blocks do not have ready.
    func firstFont(of face: Face) -> FontRef {
        .whole(edition.faces[Int(face.rawValue)].fallback[0])
    }

    /// The bytes behind a font, opened on first use.
    func program(_ ref: FontRef) throws(AssetFault) -> FontProgram {
        if let ready = opened.withLock({ $0[ref] }) { return ready }
        let made: FontProgram
        if let index = ref.block {
            let block = blocks[index]
            made = try FontProgram(bytes: block.program, name: block.facts.postScriptName)
        } else {
            let font = edition.fonts[ref.whole ?? 0]
            made = try FontProgram(bytes: assets.read(font.digest), name: font.name)
        }
        return opened.withLock { programs in
            if let other = programs[ref] { return other }
            programs[ref] = made
            return made
        }
    }
}
