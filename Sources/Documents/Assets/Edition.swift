/// What a document's bytes depend on besides its entry: every font, the libraries' versions, and
/// the forms that a release draws.
///
/// Stored as an asset itself, so its own SHA-256 names a whole way of setting documents; the
/// journal records that digest. Two offices with the same edition print the same bytes.
package struct Edition: Hashable, Sendable {
    /// A font of the edition.
    struct Font: Hashable, Sendable {
        let name: String
        let digest: AssetDigest
    }

    /// A prepared subset of a face's first font.
    struct Block: Hashable, Sendable {
        let repertoire: Repertoire
        let digest: AssetDigest
    }

    /// A face: which fonts it falls back to, who covers which character, what is prepared.
    struct FaceEntry: Hashable, Sendable {
        let face: Face
        /// Indices into ``fonts``, best first.
        let fallback: [Int]
        let coverage: AssetDigest
        let blocks: [Block]
    }

    let versions: LibraryVersions
    let forms: FormsEdition
    let fonts: [Font]
    let faces: [FaceEntry]

    /// Every asset the edition needs, itself not counted; what a vault must hold.
    package var assets: [AssetDigest] {
        let all = fonts.map(\.digest) + faces.flatMap { [$0.coverage] + $0.blocks.map(\.digest) }
        return Set(all).sorted()
    }

    /// Why documents set here may differ from those set where the edition was made; empty: they
    /// will not.
    package var differences: [String] {
        let running = FormsEdition.running
        let forms =
            forms == running
            ? [] : ["forms: edition made with \(forms.number), running \(running.number)"]
        return versions.differences(from: .running) + forms
    }

    /// The same fonts, with the libraries and forms that run here; `nil` where those are its own.
    ///
    /// What an office adopts when another release takes over, so that no item is recorded under an
    /// edition that its documents were not set in.
    package var renewed: Edition? {
        guard !differences.isEmpty else { return nil }
        return Edition(versions: .running, forms: .running, fonts: fonts, faces: faces)
    }
}

/// The versions of the libraries that shape, order and compress text.
struct LibraryVersions: Hashable, Sendable {
    let shaper: String
    let bidi: String
    let compressor: String

    func differences(from other: LibraryVersions) -> [String] {
        [
            ("harfbuzz", shaper, other.shaper), ("fribidi", bidi, other.bidi),
            ("libdeflate", compressor, other.compressor),
        ]
        .filter { $0.1 != $0.2 }
        .map { "\($0.0): edition made with \($0.1), running \($0.2)" }
    }
}
