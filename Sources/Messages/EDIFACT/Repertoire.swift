/// The set of characters that an interchange may use, by the level that `UNB` names.
///
/// Source: ISO 9735-1:2002 §5 and code list 0001 (syntax identifier). Level A is the capitals,
/// level B adds the small letters, C to L are parts of ISO 8859, W and Y are ISO 10646. We read and
/// write both of the last as UTF-8; X, the escape technique of ISO 2022, is not read.
package enum Repertoire: String, Hashable, Sendable, CaseIterable, Comparable {
    case unoa = "UNOA"
    case unob = "UNOB"
    case unoc = "UNOC"
    case unod = "UNOD"
    case unoe = "UNOE"
    case unof = "UNOF"
    case unog = "UNOG"
    case unoh = "UNOH"
    case unoi = "UNOI"
    case unoj = "UNOJ"
    case unok = "UNOK"
    case unol = "UNOL"
    case unow = "UNOW"
    case unoy = "UNOY"

    /// The lowest syntax version of ISO 9735 whose code list has the level.
    package var syntaxVersion: Int {
        switch self {
        case .unoa, .unob, .unoc, .unod, .unoe, .unof: 3
        case .unog, .unoh, .unoi, .unoj, .unok, .unol, .unow, .unoy: 4
        }
    }

    package var isUTF8: Bool { self == .unow || self == .unoy }

    /// The part of ISO 8859 that the level is, if it is one.
    var part: ISO8859? {
        switch self {
        case .unoc: .part1
        case .unod: .part2
        case .unoe: .part5
        case .unof: .part7
        case .unog: .part3
        case .unoh: .part4
        case .unoi: .part6
        case .unoj: .part8
        case .unok: .part9
        case .unol: .part15
        case .unoa, .unob, .unow, .unoy: nil
        }
    }

    /// The levels in the order in which we try them: the smallest comes first.
    package static func < (left: Repertoire, right: Repertoire) -> Bool {
        left.bit < right.bit
    }

    var bit: UInt16 {
        switch self {
        case .unoa: 1 << 0
        case .unob: 1 << 1
        case .unoc: 1 << 2
        case .unod: 1 << 3
        case .unoe: 1 << 4
        case .unof: 1 << 5
        case .unog: 1 << 6
        case .unoh: 1 << 7
        case .unoi: 1 << 8
        case .unoj: 1 << 9
        case .unok: 1 << 10
        case .unol: 1 << 11
        case .unow: 1 << 12
        case .unoy: 1 << 13
        }
    }
}

/// A set of levels, small enough to intersect once for every character.
package struct RepertoireSet: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package init(_ members: some Sequence<Repertoire>) {
        rawValue = members.reduce(0) { $0 | $1.bit }
    }

    package static let all = RepertoireSet(Repertoire.allCases)

    /// The levels we write unless a profile or a partner says otherwise; Y is only read.
    package static let written = RepertoireSet(Repertoire.allCases.filter { $0 != .unoy })

    package func contains(_ member: Repertoire) -> Bool { rawValue & member.bit != 0 }

    /// The first level of the set, in the order of ``Repertoire``.
    package var smallest: Repertoire? { Repertoire.allCases.first(where: contains) }
}
