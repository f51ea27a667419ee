/// Why a file as a whole cannot be taken in; in the order in which it is looked at.
package enum IntakeRefusal: Error, Hashable, Sendable {
    case empty
    /// An office program's own format, not a text.
    case workbook
    case notText
    case headerMalformed(String)
    /// None of the columns is one we know.
    case noKnownColumn([String])
    case columnsCollide(field: String, first: String, second: String)
    /// JSON that is neither items nor a list of them.
    case noItems(found: String)

    package var code: String {
        switch self {
        case .empty: "file_empty"
        case .workbook: "file_is_workbook"
        case .notText: "file_not_text"
        case .headerMalformed: "header_malformed"
        case .noKnownColumn: "header_unknown"
        case .columnsCollide: "columns_collide"
        case .noItems: "no_items"
        }
    }

    package var hint: String {
        switch self {
        case .empty: "check that the export finished"
        case .workbook: "save it as 'CSV UTF-8' and lodge that"
        case .notText: "save it as UTF-8, or as UTF-16 with a byte order mark"
        case .headerMalformed: "the first row names the columns, for example: reference,product"
        case .noKnownColumn:
            "the first row names the columns, for example: reference,product,addressee.name"
        case .columnsCollide: "rename or remove one of the two"
        case .noItems:
            "give a list of items, an object with \"items\", or one item on each line"
        }
    }
}

extension IntakeRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "the file is empty"
        case .workbook: "the file is a workbook, not a text"
        case .notText: "the file holds zero bytes, so it is not a text we can read"
        case .headerMalformed(let reason): "the first row cannot be read: \(reason)"
        case .noKnownColumn(let names):
            "no column is known: found " + names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        case .columnsCollide(let field, let first, let second):
            "columns '\(first)' and '\(second)' both mean \(field)"
        case .noItems(let found): "expected items, found \(found)"
        }
    }
}
