extension Edition {
    /// Where Debian puts fonts.
    package static let systemFontDirectories = ["/usr/share"]

    /// Takes the fonts of the system in as assets and prepares the common repertoire.
    ///
    /// Everything the new edition names is in `assets` afterwards, the edition's own text
    /// included; `posthorn init` records its digest. The same font files and libraries give the
    /// same edition on every machine.
    ///
    /// - Throws: ``AssetFault`` `font_missing` naming every package that has to be installed.
    package static func takeIn(
        from directories: [String] = systemFontDirectories,
        into assets: AssetDirectory
    ) throws(AssetFault) -> (edition: Edition, digest: AssetDigest) {
        let edition = try FontIntake(directories: directories, assets: assets).edition()
        return (edition, try assets.write(edition.bytes))
    }
}

/// The work of ``Edition/takeIn(from:into:)``: find, store, open, prepare.
private struct FontIntake {
    let directories: [String]
    let assets: AssetDirectory

    func edition() throws(AssetFault) -> Edition {
        let sources = try locate()
        var fonts: [Edition.Font] = []
        var opened: [ShapingFont] = []
        for (source, path) in sources {
            guard let bytes = WholeFile.read(path), let font = ShapingFont(bytes: bytes) else {
                throw AssetFault(
                    .fontUnusable,
                    "\(path) is not a font that can be used",
                    hint: "apt-get install --reinstall \(source.package)"
                )
            }
            fonts.append(Edition.Font(name: source.name, digest: try assets.write(bytes)))
            opened.append(font)
        }
        let place = Dictionary(
            uniqueKeysWithValues: sources.enumerated().map { ($0.element.source, $0.offset) }
        )
        var faces: [Edition.FaceEntry] = []
        for face in Face.allCases {
            let fallback = FontChoice.fallback(of: face).compactMap { place[$0] }
            faces.append(try entry(face, fallback: fallback, fonts: opened))
        }
        return Edition(versions: .running, forms: .running, fonts: fonts, faces: faces)
    }

    private func entry(
        _ face: Face,
        fallback: [Int],
        fonts: [ShapingFont]
    ) throws(AssetFault) -> Edition.FaceEntry {
        let coverage = Coverage(of: fallback.map { (index: $0, font: fonts[$0]) })
        var blocks: [Edition.Block] = []
        for repertoire in Repertoire.allCases {
            let block = try PreparedBlock(repertoire, of: fonts[fallback[0]])
            guard !block.entries.isEmpty else { continue }
            let digest = try assets.write(block.bytes)
            blocks.append(Edition.Block(repertoire: repertoire, digest: digest))
        }
        return Edition.FaceEntry(
            face: face,
            fallback: fallback,
            coverage: try assets.write(coverage.bytes),
            blocks: blocks
        )
    }

    /// Every font once, in order of first mention, with the path it was found at.
    private func locate() throws(AssetFault) -> [(source: FontSource, path: String)] {
        var found: [(source: FontSource, path: String)] = []
        var missing: [FontSource] = []
        var seen: Set<FontSource> = []
        for source in Face.allCases.flatMap(FontChoice.fallback) where !seen.contains(source) {
            seen.insert(source)
            let paths = directories.map { "\($0)/\(source.path)" }
            if let path = paths.first(where: WholeFile.exists) {
                found.append((source, path))
            } else {
                missing.append(source)
            }
        }
        guard let first = missing.first else { return found }
        let packages = Set(missing.map(\.package)).sorted().joined(separator: " ")
        throw AssetFault(
            .fontMissing,
            "\(missing.count) fonts are not installed, first \(first.path), looked in "
                + directories.joined(separator: ", "),
            hint: "apt-get install \(packages)"
        )
    }
}
