import Mail

/// Writes the fields of one item as the segments of one message, by a profile.
struct ProfileEncoder {
    private let profile: Profile
    private(set) var segments: [Segment] = []
    private(set) var findings: [MessageFinding] = []
    /// The levels that have every character written so far.
    private(set) var levels: RepertoireSet

    /// An encoder for the levels that both the profile and `allowed`, the partner's, have.
    init(_ profile: Profile, allowed: RepertoireSet) {
        self.profile = profile
        levels = profile.levels.intersection(allowed)
    }

    mutating func write(_ fields: JSONValue) {
        write(profile.nodes, Scope(value: fields, pointer: "", turn: 0))
    }

    /// The object that paths start from, where it stands in the item, and the turn of its group.
    private struct Scope {
        let value: JSONValue
        let pointer: String
        let turn: Int

        func value(_ path: FieldPath) -> JSONValue? {
            var value: JSONValue? = value
            for name in path.names { value = value?[name] }
            return value
        }

        func pointer(_ path: FieldPath) -> String {
            path.names.reduce(pointer) { $0 + "/" + $1 }
        }
    }

    private mutating func write(_ nodes: [Profile.Node], _ scope: Scope) {
        for node in nodes {
            switch node {
            case .segment(let template): write(template, scope)
            case .group(let group): write(group, scope)
            }
        }
    }

    private mutating func write(_ group: Profile.Group, _ scope: Scope) {
        let pointer = scope.pointer(group.path)
        let value = scope.value(group.path)
        if group.repeats, let elements = value?.elements, !elements.isEmpty {
            for (index, element) in elements.enumerated() {
                write(
                    group.nodes,
                    Scope(value: element, pointer: "\(pointer)/\(index)", turn: index + 1)
                )
            }
        } else if !group.repeats, let value {
            write(group.nodes, Scope(value: value, pointer: pointer, turn: 0))
        } else if group.isMandatory {
            note(.fieldMissing, pointer)
        }
    }

    private mutating func write(_ template: SegmentTemplate, _ scope: Scope) {
        var values: [Segment.Value] = []
        var missing: [FieldPath] = []
        for slot in template.slots {
            guard case .field(let field) = slot.content else { continue }
            let written = write(field, at: slot.place, scope)
            if let written {
                values += written
            } else if !field.isOptional {
                missing.append(field.path)
            }
        }
        guard template.isMandatory || !values.isEmpty else { return }
        for path in missing { note(.fieldMissing, scope.pointer(path)) }
        let withFields = template.elementsWithFields
        let filled = Set(values.map(\.place.element))
        for slot in template.slots {
            guard case .constant(let text) = slot.content else { continue }
            let element = slot.place.element
            if !withFields.contains(element) || filled.contains(element) {
                values.append(Segment.Value(text, at: slot.place))
                checkCharacters([text], "")
            }
        }
        segments.append(Segment(template.tag, values))
    }

    /// The components of a field; `nil` where it has no value.
    private mutating func write(
        _ field: FieldSlot,
        at place: Segment.Place,
        _ scope: Scope
    ) -> [Segment.Value]? {
        let value = field.format == .turn ? .integer(scope.turn) : scope.value(field.path)
        guard let value, !value.isBlank else { return nil }
        let pointer = scope.pointer(field.path)
        let currency = field.format.currency.flatMap { scope.value($0)?.text }
        let context = FieldContext(codes: profile.codes, currency: currency)
        do throws(FieldProblem) {
            let texts = try field.format.write(value, context)
            if case .list = field.format {
                for (index, text) in texts.enumerated() {
                    checkCharacters([text], "\(pointer)/\(index)")
                }
            } else {
                checkCharacters(texts, pointer)
            }
            return texts.enumerated()
                .map { index, text in
                    Segment.Value(
                        text,
                        at: Segment.Place(place.element, place.component + index)
                    )
                }
        } catch {
            note(MessageFinding.Code(error), pointer)
            return []
        }
    }

    /// Narrows the levels; a character that would leave none is a finding, and narrows nothing.
    private mutating func checkCharacters(_ texts: [String], _ pointer: String) {
        var position = 0
        for scalar in texts.lazy.flatMap(\.unicodeScalars) {
            position += 1
            let narrowed = levels.intersection(.having(scalar))
            guard narrowed.isEmpty else {
                levels = narrowed
                continue
            }
            note(.characterNotSendable(scalar, position: position), pointer)
            return
        }
    }

    private mutating func note(_ code: MessageFinding.Code, _ pointer: String) {
        findings.append(MessageFinding(code: code, pointer: pointer, segment: nil))
    }
}

extension JSONValue {
    /// Nothing, or a text or list of nothing.
    fileprivate var isBlank: Bool {
        switch self {
        case .null, .string(""), .array([]): true
        default: false
        }
    }
}
