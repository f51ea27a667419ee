/// The parts of the common repertoire, each a prepared subset of its own.
///
/// A document carries only the parts it uses: an English declaration the first, a Polish one
/// the first two. Every character belongs to exactly one part. The parts are fixed here and
/// never follow what was printed.
enum Repertoire: String, CaseIterable, Hashable, Sendable {
    /// What western European languages need: Latin-1 and the rest of Windows-1252.
    case basic
    /// Latin Extended-A: central and eastern European languages, Turkish, Baltic.
    case european
    /// Further punctuation, currency signs, fractions, arrows.
    case signs
    /// Latin Extended-B, IPA and Latin Extended Additional with Vietnamese.
    case furtherLatin
    case greek
    case cyrillic

    /// The characters a prepared subset has where its font has them.
    var ranges: [ClosedRange<UInt32>] {
        switch self {
        case .basic:
            [
                0x20...0x7E, 0xA0...0xAC, 0xAE...0xFF, 0x152...0x153, 0x160...0x161,
                0x178...0x178, 0x17D...0x17E, 0x192...0x192, 0x2C6...0x2C6, 0x2DC...0x2DC,
                0x2013...0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2020...0x2022,
                0x2026...0x2026, 0x2030...0x2030, 0x2039...0x203A, 0x20AC...0x20AC,
                0x2116...0x2116, 0x2122...0x2122,
            ]
        case .european:
            [
                0x100...0x151, 0x154...0x15F, 0x162...0x177, 0x179...0x17C, 0x17F...0x17F,
                0x218...0x21B,
            ]
        case .signs:
            [
                0x2010...0x2012, 0x2015...0x2015, 0x201B...0x201B,
                0x201F...0x201F, 0x2032...0x2033, 0x2044...0x2044, 0x2070...0x2089,
                0x20A0...0x20AB, 0x20AD...0x20BF, 0x2103...0x2103, 0x2113...0x2113,
                0x2117...0x2117, 0x2120...0x2120, 0x2126...0x2126, 0x212E...0x212E,
                0x2150...0x215F, 0x2190...0x2193, 0x2212...0x2212, 0x2215...0x2215,
            ]
        case .furtherLatin:
            [0x180...0x191, 0x193...0x217, 0x21C...0x2C5, 0x1E00...0x1EFF]
        case .greek:
            [0x370...0x3FF, 0x1F00...0x1FFF]
        case .cyrillic:
            [0x400...0x482, 0x48A...0x52F]
        }
    }

    /// One past the last character of any part: the size of a face's table.
    static let limit = 0x2216
}
