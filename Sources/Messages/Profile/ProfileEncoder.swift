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
        var written: [(slot: Int, texts: FieldTexts)] = []
        var filled = ElementSet()
        var isIncomplete = false
        for index in template.slots.indices {
            guard case .field(let field) = template.slots[index].content else { continue }
            if let texts = texts(of: field, scope) {
                written.append((index, texts))
                filled.insert(template.slots[index].place.element)
            } else if !field.isOptional {
                isIncomplete = true
            }
        }
        guard template.isMandatory || !filled.isEmpty else { return }
        if isIncomplete { noteMissing(template, scope) }
        var builder = SegmentBuilder(template.tag)
        var next = 0
        for index in template.slots.indices {
            let place = template.slots[index].place
            if next < written.count, written[next].slot == index {
                switch written[next].texts {
                case .one(let text): builder.append(text, at: place)
                case .many(let texts):
                    for (offset, text) in texts.enumerated() {
                        builder.append(
                            text,
                            at: Segment.Place(place.element, place.component + offset)
                        )
                    }
                }
                next += 1
            } else if case .constant(let constant) = template.slots[index].content,
                !template.elementsWithFields.contains(place.element)
                    || filled.contains(place.element)
            {
                builder.append(constant.text, at: place)
                check(constant.text, scope, FieldPath([]))
            }
        }
        segments.append(builder.segment)
    }

    private mutating func noteMissing(_ template: SegmentTemplate, _ scope: Scope) {
        for slot in template.slots {
            guard case .field(let field) = slot.content, !field.isOptional, !field.format.isTurn,
                scope.value(field.path)?.isBlank ?? true
            else { continue }
            note(.fieldMissing, scope.pointer(field.path))
        }
    }

    /// The components of a field; `nil` where it has no value or none that can be written.
    private mutating func texts(of field: FieldSlot, _ scope: Scope) -> FieldTexts? {
        let value = field.format.isTurn ? .integer(scope.turn) : scope.value(field.path)
        guard let value, !value.isBlank else { return nil }
        let currency = field.format.currency.flatMap { scope.value($0)?.text }
        let context = FieldContext(codes: profile.codes, currency: currency)
        do throws(FieldProblem) {
            let texts = try field.format.write(value, context)
            check(texts, field, scope)
            return texts
        } catch {
            note(MessageFinding.Code(error), scope.pointer(field.path))
            return nil
        }
    }

    /// A list's texts are named one by one; a text that was cut counts as the whole it was.
    private mutating func check(_ texts: FieldTexts, _ field: FieldSlot, _ scope: Scope) {
        switch texts {
        case .one(let text): check(text, scope, field.path)
        case .many(let texts):
            guard case .list = field.format else {
                return check(texts.joined(), scope, field.path)
            }
            for (index, text) in texts.enumerated() { check(text, scope, field.path, index) }
        }
    }

    /// Narrows the levels; a character that would leave none is a finding, and narrows nothing.
    private mutating func check(
        _ text: String,
        _ scope: Scope,
        _ path: FieldPath,
        _ index: Int? = nil
    ) {
        let narrowed = levels.having(text)
        guard narrowed.isEmpty else {
            levels = narrowed
            return
        }
        var position = 0
        for scalar in text.unicodeScalars {
            position += 1
            let narrowed = levels.intersection(.having(scalar))
            guard narrowed.isEmpty else {
                levels = narrowed
                continue
            }
            let pointer = scope.pointer(path) + (index.map { "/\($0)" } ?? "")
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
