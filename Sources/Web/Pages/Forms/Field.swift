/// A field as its template shows it; every value stands in the struct, for templates see no others.
struct Field {
    struct Option {
        let value: String
        let label: String
        let isChosen: Bool
    }

    let id: String
    let name: String
    let label: String
    let value: String
    let width: String
    let type: String
    let isInput: Bool
    let isSelect: Bool
    let isArea: Bool
    let isOptional: Bool
    /// What the rules ask of a field that is optional else.
    let need: String?
    /// Whether it decides what else is asked.
    let decides: Bool
    let isNumber: Bool
    let isCode: Bool
    let isWrong: Bool
    let isWarned: Bool
    let hint: String?
    let autocomplete: String?
    let inputMode: String?
    let describedBy: String?
    let options: [Option]
    let said: [Said]

    /// An id that works in an address: `addressee.lines.0` becomes `addressee-lines-0`.
    static func id(_ name: String) -> String { name.replacing(".", with: "-") }
}

/// What is said beside a field.
struct Said {
    let number: Int
    let id: String
    let kind: String
    let message: String
    let remedy: String
    let isWarning: Bool
}

/// What a field is, before anybody filled it in.
struct FieldPlan: Sendable {
    enum Kind: Sendable {
        case text
        case code
        case number
        case decimal
        case email
        case phone
        case day
        case url
        case password(isNew: Bool)
        case oneTimeCode
        case area
        case select([(value: String, label: String)])
    }

    let name: String
    let label: String
    let kind: Kind
    /// A class of the twelve-column sheet.
    let width: String
    var isOptional = false
    var hint: String?
    var autocomplete: String?

    init(
        _ name: String,
        _ label: String,
        _ kind: Kind = .text,
        width: String = "c12",
        isOptional: Bool = false,
        hint: String? = nil,
        autocomplete: String? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.width = width
        self.isOptional = isOptional
        self.hint = hint
        self.autocomplete = autocomplete
    }
}
