/// Which of two rules decides about a lane that both speak of, and why.
///
/// The one that says more wins: destination (a country before a group before a customs territory),
/// then product, customs data, channel, kind of customer. Of two that say equally much the stricter
/// wins, and of two that are equally strict the older.
package enum LanePrecedence: Hashable, Sendable {
    case bySpecificity(LanePart, first: Bool)
    case stricter(first: Bool)
    case older(first: Bool)

    package enum LanePart: String, Hashable, Sendable, CaseIterable {
        case destination
        case product
        case data
        case channel
        case kind
    }

    package static func of(_ one: LaneRule, _ other: LaneRule) -> LanePrecedence {
        let (left, right) = (one.selector.specificity, other.selector.specificity)
        if left != right {
            return .bySpecificity(part(left, right), first: left > right)
        }
        if one.state.isStricter(than: other.state) { return .stricter(first: true) }
        if other.state.isStricter(than: one.state) { return .stricter(first: false) }
        return .older(first: one.id < other.id)
    }

    private static func part(_ left: Int, _ right: Int) -> LanePart {
        if left / 16 != right / 16 { return .destination }
        return switch (left ^ right) & 15 {
        case 8...: .product
        case 4...: .data
        case 2...: .channel
        default: .kind
        }
    }

    /// Whether the first of the two decides.
    package var isFirst: Bool {
        switch self {
        case .bySpecificity(_, let first), .stricter(let first), .older(let first): first
        }
    }

    /// Why the one that decides does, in words.
    package var text: String {
        switch self {
        case .bySpecificity(.destination, _): "it names the destination more closely"
        case .bySpecificity(.product, _): "it names the product"
        case .bySpecificity(.data, _): "it says whether customs data is needed"
        case .bySpecificity(.channel, _): "it names the channel"
        case .bySpecificity(.kind, _): "it names the kind of customer"
        case .stricter: "both say equally much, and it is the stricter"
        case .older: "both say the same, and it is the older"
        }
    }
}
