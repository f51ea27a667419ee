import Mail
import Office

/// Makes fields out of plans: with what was filled in, and with what is said about it.
struct FormSheet {
    let words: WordList
    let values: FormValues
    /// What is said, by the name of the field it is said of.
    let said: [String: [Said]]
    let needs: FieldNeeds

    init(
        _ words: WordList,
        _ values: FormValues = FormValues(),
        said: [String: [Said]] = [:],
        needs: FieldNeeds = .none
    ) {
        self.words = words
        self.values = values
        self.said = said
        self.needs = needs
    }

    func field(_ plan: FieldPlan) -> Field {
        let value = values[plan.name]
        let id = Field.id(plan.name)
        let said = said[plan.name] ?? []
        let shape = Shape(plan.kind)
        let need = needs.need(of: plan.name)
        let described =
            (plan.hint == nil ? [] : [id + "-hint"]) + said.map { "\(id)-said\($0.number)" }
        return Field(
            id: id,
            name: plan.name,
            label: plan.label,
            value: shape.isSecret ? "" : value,
            width: plan.width,
            type: shape.type,
            isInput: shape.isInput,
            isSelect: shape.options != nil,
            isArea: shape.isArea,
            isOptional: plan.isOptional && need == nil,
            need: plan.isOptional ? need.map { words("field_\($0.rawValue)") } : nil,
            decides: FieldNeeds.deciding.contains(plan.name),
            isNumber: shape.isNumber,
            isCode: shape.isCode,
            isWrong: said.contains { !$0.isWarning },
            isWarned: !said.isEmpty && said.allSatisfy(\.isWarning),
            hint: plan.hint,
            autocomplete: plan.autocomplete ?? shape.autocomplete,
            inputMode: shape.inputMode,
            describedBy: described.isEmpty ? nil : described.joined(separator: " "),
            options: (shape.options ?? [])
                .map { Field.Option(value: $0.value, label: $0.label, isChosen: $0.value == value) },
            said: said
        )
    }

    func fields(_ plans: [FieldPlan]) -> [Field] { plans.map(field) }
}

/// What HTML makes of a kind of field.
private struct Shape {
    var type = "text"
    var isArea = false
    var isNumber = false
    var isCode = false
    var isSecret = false
    var inputMode: String?
    var autocomplete: String?
    var options: [(value: String, label: String)]?

    var isInput: Bool { options == nil && !isArea }

    init(_ kind: FieldPlan.Kind) {
        switch kind {
        case .text: break
        case .code: isCode = true
        case .number: (isNumber, inputMode) = (true, "numeric")
        case .decimal: (isNumber, inputMode) = (true, "decimal")
        case .email: type = "email"
        case .phone: type = "tel"
        case .day: type = "date"
        case .url: (type, isCode) = ("url", true)
        case .password(let isNew):
            type = "password"
            isSecret = true
            autocomplete = isNew ? "new-password" : "current-password"
        case .oneTimeCode:
            (inputMode, autocomplete, isSecret) = ("numeric", "one-time-code", true)
        case .area: isArea = true
        case .select(let options): self.options = options
        }
    }
}
