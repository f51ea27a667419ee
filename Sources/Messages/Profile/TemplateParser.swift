/// Reads one segment of a profile: EDIFACT as it will be sent, with fields in braces.
struct TemplateParser {
    let catalogue: FieldCatalogue
    let codes: Set<String>
    let base: FieldPath

    /// - Throws: ``ProfileFault/Reason`` for the first thing that is wrong.
    func template(
        _ text: String,
        isMandatory: Bool
    ) throws(ProfileFault.Reason) -> SegmentTemplate {
        var rest = text.unicodeScalars[...]
        let tagText = String(String.UnicodeScalarView(rest.prefix(3)))
        guard let tag = SegmentTag(tagText) else { throw .templateMalformed(text) }
        rest = rest.dropFirst(3)
        var slots: [SegmentTemplate.Slot] = []
        var place = Segment.Place(0)
        while let separator = rest.popFirst() {
            switch separator {
            case "+" where place.element < 63: place = Segment.Place(place.element + 1)
            case ":" where place.element > 0:
                place = Segment.Place(place.element, place.component + 1)
            default: throw .templateMalformed(text)
            }
            if rest.first == "{" {
                guard let end = rest.firstIndex(of: "}") else { throw .templateMalformed(text) }
                let inside = String(
                    String.UnicodeScalarView(rest[rest.startIndex..<end].dropFirst())
                )
                let field = try field(inside)
                slots.append(SegmentTemplate.Slot(place: place, content: .field(field)))
                place = Segment.Place(place.element, place.component + field.format.width - 1)
                rest = rest[end...].dropFirst()
            } else {
                let constant = try constant(&rest, text)
                if !constant.isEmpty {
                    slots.append(
                        SegmentTemplate.Slot(place: place, content: .constant(.init(constant)))
                    )
                }
            }
        }
        let template = SegmentTemplate(
            tag: tag,
            isMandatory: isMandatory,
            slots: slots
        )
        guard isMandatory || template.hasFields else { throw .fieldMissing(text) }
        return template
    }

    /// A constant up to the next separator; `?` releases what follows it.
    private func constant(
        _ rest: inout Substring.UnicodeScalarView,
        _ text: String
    ) throws(ProfileFault.Reason) -> String {
        var constant = ""
        while let scalar = rest.first, scalar != "+", scalar != ":" {
            rest = rest.dropFirst()
            switch scalar {
            case "?":
                guard let released = rest.popFirst() else { throw .templateMalformed(text) }
                constant.unicodeScalars.append(released)
            case "{", "}", "'": throw .templateMalformed(text)
            default: constant.unicodeScalars.append(scalar)
            }
        }
        return constant
    }

    /// `path[?] format…`, or `#` for the number of the turn.
    private func field(_ text: String) throws(ProfileFault.Reason) -> FieldSlot {
        var words = text.split(separator: " ")
        guard !words.isEmpty else { throw .formatMalformed(text) }
        let name = words.removeFirst()
        if name == "#" {
            guard words.isEmpty else { throw .formatMalformed(text) }
            return FieldSlot(path: FieldPath([]), isOptional: false, format: .turn)
        }
        let isOptional = name.hasSuffix("?")
        guard let path = FieldPath(String(isOptional ? name.dropLast() : name)),
            let kind = catalogue.kind(path, below: base)
        else { throw .fieldUnknown(String(name)) }
        let format = try format(words)
        guard format.suits(kind) else {
            throw .formatUnsuitable(
                field: path.text,
                format: words.joined(separator: " "),
                kind: kind.rawValue
            )
        }
        return FieldSlot(path: path, isOptional: isOptional, format: format)
    }

    private func format(_ words: [Substring]) throws(ProfileFault.Reason) -> FieldFormat {
        let fault = ProfileFault.Reason.formatMalformed(words.joined(separator: " "))
        switch (words.first, words.count) {
        case ("list", 2):
            let (representation, count) = try spread(words[1], fault)
            return .list(representation, limit: count)
        case ("whole", 2): return .whole(try representation(words[1], fault))
        case ("kg", 2): return .kilograms(try representation(words[1], fault))
        case ("amount", 3):
            guard let currency = FieldPath(String(words[1])),
                catalogue.kind(currency, below: base) == .text
            else { throw .fieldUnknown(String(words[1])) }
            return .amount(currency: currency, try representation(words[2], fault))
        case ("date", 1): return .date
        case ("instant", 1): return .instant
        case ("code", 2):
            guard codes.contains(String(words[1])) else { throw .codesUnknown(String(words[1])) }
            return .code(String(words[1]))
        case (.some(let word), 1):
            let (representation, count) = try spread(word, fault)
            return .text(representation, pieces: count)
        default: throw fault
        }
    }

    /// `an..70x4`: the representation of one component and how many there may be.
    private func spread(
        _ word: Substring,
        _ fault: ProfileFault.Reason
    ) throws(ProfileFault.Reason) -> (Representation, Int) {
        let parts = word.split(separator: "x", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2,
            let count = parts.count == 2 ? Int(parts[1]) : 1, (1...99).contains(count)
        else { throw fault }
        return (try representation(first, fault), count)
    }

    private func representation(
        _ word: Substring,
        _ fault: ProfileFault.Reason
    ) throws(ProfileFault.Reason) -> Representation {
        guard let representation = Representation(word) else { throw fault }
        return representation
    }
}
