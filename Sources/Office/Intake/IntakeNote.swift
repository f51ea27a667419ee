/// What intake understood in a way the customer should know: said once for a file, never silent.
package enum IntakeNote: Hashable, Sendable {
    case encodingAssumed(TextEncoding)
    case columnRead(column: String, as: String)
    case columnUnknown(column: String, nearest: String?)
    /// A name that could mean one article or the whole line.
    case columnAmbiguous(column: String, choices: String)
    case unitsMultiplied(column: String, into: String)
    case unitConverted(column: String, unit: String)
    case countryRead(column: String, found: String, as: String)
    case valueRead(column: String, found: String, as: String)
    case decimalComma(column: String)
    case memberUnknown(String)
    case apostrophesRemoved

    /// A sentence for people, in the manner of the command line.
    package var text: String {
        switch self {
        case .encodingAssumed(let encoding):
            "the bytes are not utf-8; read as \(encoding.rawValue)"
        case .columnRead(let column, let field): "column '\(column)' is read as \(field)"
        case .columnUnknown(let column, let nearest?):
            "column '\(column)' is not known; did you mean '\(nearest)'?"
        case .columnUnknown(let column, nil):
            "column '\(column)' is not known and not used; the result file keeps it"
        case .columnAmbiguous(let column, let choices):
            "column '\(column)' has two meanings; name it \(choices)"
        case .unitsMultiplied(let column, let field):
            "column '\(column)' is of one article; multiplied by the quantity into \(field)"
        case .unitConverted(let column, let unit): "column '\(column)' is converted from \(unit)"
        case .countryRead(let column, let found, let code):
            "column '\(column)': country '\(found)' is read as \(code)"
        case .valueRead(let column, let found, let value):
            "column '\(column)': '\(found)' is read as '\(value)'"
        case .decimalComma(let column): "column '\(column)': decimal commas are read as points"
        case .memberUnknown(let name): "member '\(name)' beside the items is not used"
        case .apostrophesRemoved:
            "a result file: the apostrophes that guard against formulas are taken off again"
        }
    }
}
