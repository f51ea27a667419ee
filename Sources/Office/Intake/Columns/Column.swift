/// A column of a file with what its cells mean.
struct Column: Hashable, Sendable {
    let position: Int
    let field: Field
    let unit: CellUnit
    /// Whether the cells speak of one article: the line's total is theirs times the quantity.
    let isOfOneArticle: Bool
}

/// The unit of a column's numbers.
enum CellUnit: String, Hashable, Sendable {
    /// That of the lodgement: grams, millimetres; or no unit at all.
    case own = ""
    case kilograms = "kg"
    case centimetres = "cm"
    /// The name does not say: every cell must.
    case inCell = "?"
}

/// A column that is not read, with what may have been meant.
struct UnreadColumn: Hashable, Sendable {
    let position: Int
    let header: String
    let nearest: String?
    /// Whether a value in it must refuse its row.
    ///
    /// So it must where the name is nearly one of ours, in our own dotted manner, or means two
    /// things: dropping the value would lose what the customer said.
    let isMeantForUs: Bool
}
