/// An edition as text, one fact a line: readable in an editor, hashed as it stands.
///
/// ```
/// posthorn-edition 1
/// harfbuzz 6.0.0
/// fribidi 1.0.8
/// libdeflate 1.14
/// forms 1 5b…e2
/// font 3f…9c NotoSans-Regular.ttf
/// face sans 0 4 5 6
/// coverage 77…01
/// block basic a0…5e
/// ```
extension Edition {
    package var bytes: [UInt8] {
        var lines = [
            "posthorn-edition 1", "harfbuzz \(versions.shaper)", "fribidi \(versions.bidi)",
            "libdeflate \(versions.compressor)", "forms \(forms)",
        ]
        lines += fonts.map { "font \($0.digest) \($0.name)" }
        for entry in faces {
            lines.append(
                "face \(entry.face) " + entry.fallback.map(String.init).joined(separator: " ")
            )
            lines.append("coverage \(entry.coverage)")
            lines += entry.blocks.map { "block \($0.repertoire.rawValue) \($0.digest)" }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Reads an edition back; what it does not know is a fault, never skipped.
    package init(bytes: [UInt8]) throws(AssetFault) {
        var reader = EditionReader()
        let text = String(decoding: bytes, as: UTF8.self)
        for (index, line) in text.split(separator: "\n").enumerated() {
            guard reader.take(line.split(separator: " "), isFirst: index == 0) else {
                throw AssetFault(
                    .editionUnreadable,
                    "line \(index + 1) of the edition is not one: \(line)",
                    hint: "an edition of a newer posthorn needs that posthorn"
                )
            }
        }
        guard let edition = reader.edition else {
            throw AssetFault(
                .editionUnreadable,
                "the edition ends before it is complete",
                hint: "copy the edition's asset back from a vault"
            )
        }
        self = edition
    }

    /// Loads the edition with this digest.
    package init(_ digest: AssetDigest, from assets: AssetDirectory) throws(AssetFault) {
        try self.init(bytes: assets.read(digest))
    }
}

private struct EditionReader {
    private var versions: [Substring: String] = [:]
    private var forms: FormsEdition?
    private var fonts: [Edition.Font] = []
    private var faces: [Edition.FaceEntry] = []

    mutating func take(_ words: [Substring], isFirst: Bool) -> Bool {
        guard let key = words.first else { return false }
        if isFirst { return words == ["posthorn-edition", "1"] }
        switch (key, words.count) {
        case ("harfbuzz", 2), ("fribidi", 2), ("libdeflate", 2):
            versions[key] = String(words[1])
            return true
        case ("forms", 3):
            forms = FormsEdition(number: words[1], digest: words[2])
            return forms != nil
        case ("font", 3):
            guard let digest = AssetDigest(hex: words[1]) else { return false }
            fonts.append(Edition.Font(name: String(words[2]), digest: digest))
            return true
        case ("face", 3...):
            return takeFace(words)
        case ("coverage", 2), ("block", 3):
            return takePart(words)
        default:
            return false
        }
    }

    private mutating func takeFace(_ words: [Substring]) -> Bool {
        let fallback = words.dropFirst(2).compactMap { Int($0) }
        guard let face = Face.allCases.first(where: { "\($0)" == words[1] }),
            fallback.count == words.count - 2, fallback.allSatisfy(fonts.indices.contains)
        else { return false }
        let none = AssetDigest(of: [])
        faces.append(
            Edition.FaceEntry(face: face, fallback: fallback, coverage: none, blocks: [])
        )
        return true
    }

    private mutating func takePart(_ words: [Substring]) -> Bool {
        guard let digest = AssetDigest(hex: words[words.count - 1]), let last = faces.popLast()
        else { return false }
        var coverage = last.coverage
        var blocks = last.blocks
        if words.count == 2 {
            coverage = digest
        } else {
            guard let repertoire = Repertoire(rawValue: String(words[1])) else { return false }
            blocks.append(Edition.Block(repertoire: repertoire, digest: digest))
        }
        faces.append(
            Edition.FaceEntry(
                face: last.face,
                fallback: last.fallback,
                coverage: coverage,
                blocks: blocks
            )
        )
        return true
    }

    var edition: Edition? {
        guard let shaper = versions["harfbuzz"], let bidi = versions["fribidi"],
            let compressor = versions["libdeflate"], let forms, faces.map(\.face) == Face.allCases
        else { return nil }
        let versions = LibraryVersions(shaper: shaper, bidi: bidi, compressor: compressor)
        return Edition(versions: versions, forms: forms, fonts: fonts, faces: faces)
    }
}
