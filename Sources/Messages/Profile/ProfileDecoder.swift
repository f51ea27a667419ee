import Mail

/// Reads the fields of one item out of the segments of one message, by the same profile.
///
/// The lines of the profile are followed in order. A segment that no line takes is a finding and is
/// stepped over, so that one strange segment does not hide the rest; nothing is dropped silently.
struct ProfileDecoder {
    private let profile: Profile
    private let segments: [Segment]
    private var next = 0
    private(set) var findings: [MessageFinding] = []

    init(_ profile: Profile, _ message: Message) {
        self.profile = profile
        segments = message.body
    }

    mutating func read() -> JSONValue {
        var fields = FieldTree()
        read(profile.nodes, Scope(pointer: "", turn: 0, follows: []), into: &fields)
        while next < segments.count { skip() }
        return fields.value
    }

    /// Where values go, and the lines that may still come after the group at hand.
    private struct Scope {
        let pointer: String
        let turn: Int
        let follows: [Profile.Node]

        func pointer(_ path: FieldPath) -> String {
            path.names.reduce(pointer) { $0 + "/" + $1 }
        }
    }

    private mutating func read(
        _ nodes: [Profile.Node],
        _ scope: Scope,
        into fields: inout FieldTree
    ) {
        for (index, node) in nodes.enumerated() {
            let later = nodes[index...]
            while next < segments.count, !node.takes(segments[next]),
                !(later + scope.follows).contains(where: { $0.takes(segments[next]) })
            {
                skip()
            }
            switch node {
            case .segment(let template): read(template, scope, into: &fields)
            case .group(let group):
                read(group, scope, Array(later) + scope.follows, into: &fields)
            }
        }
    }

    private mutating func read(
        _ template: SegmentTemplate,
        _ scope: Scope,
        into fields: inout FieldTree
    ) {
        guard next < segments.count, template.takes(segments[next]) else {
            if template.isMandatory { note(.segmentMissing(template.tag), scope.pointer) }
            return
        }
        let segment = segments[next]
        next += 1
        let values = segment.values
        for slot in template.slots {
            guard case .field(let field) = slot.content else { continue }
            var texts: [String] = []
            for value in values where slot.covers(value.place) { texts.append(value.text) }
            while texts.last?.isEmpty == true { texts.removeLast() }
            let currency = template.currency(of: field, in: segment)
            take(texts, field, scope, currency, into: &fields)
        }
        for value in values where !value.text.isEmpty {
            guard !template.slots.contains(where: { $0.covers(value.place) }) else { continue }
            note(.valueUnexpected(segment.tag, value.place), scope.pointer, isPast: true)
        }
    }

    private mutating func take(
        _ texts: [String],
        _ field: FieldSlot,
        _ scope: Scope,
        _ currency: String?,
        into fields: inout FieldTree
    ) {
        guard !texts.isEmpty else {
            if !field.isOptional, !field.format.isTurn {
                note(.fieldMissing, scope.pointer(field.path), isPast: true)
            }
            return
        }
        let context = FieldContext(codes: profile.codes, currency: currency)
        do throws(FieldProblem) {
            let value = try field.format.read(texts, context)
            if field.format.isTurn {
                guard value != .integer(scope.turn) else { return }
                let found = value.wholeNumber ?? 0
                note(
                    .turnDiffers(expected: scope.turn, found: found),
                    scope.pointer,
                    isPast: true
                )
            } else {
                fields[field.path] = value
            }
        } catch {
            note(MessageFinding.Code(error), scope.pointer(field.path), isPast: true)
        }
    }

    private mutating func read(
        _ group: Profile.Group,
        _ scope: Scope,
        _ later: [Profile.Node],
        into fields: inout FieldTree
    ) {
        guard let trigger = group.trigger else { return }
        let pointer = scope.pointer(group.path)
        var elements: [JSONValue] = []
        while next < segments.count, trigger.takes(segments[next]) {
            var inner = FieldTree()
            let turn = group.repeats ? elements.count + 1 : 0
            let inside = group.repeats ? "\(pointer)/\(elements.count)" : pointer
            read(
                group.nodes,
                Scope(pointer: inside, turn: turn, follows: later),
                into: &inner
            )
            elements.append(inner.value)
            if !group.repeats { break }
        }
        if let first = elements.first {
            fields[group.path] = group.repeats ? .array(elements) : first
        } else if group.isMandatory {
            note(.segmentMissing(trigger.tag), pointer)
        }
    }

    private mutating func skip() {
        note(.segmentUnexpected(segments[next].tag), "")
        next += 1
    }

    /// Notes a finding about the segment ahead, or, when `isPast`, about the one just read.
    private mutating func note(
        _ code: MessageFinding.Code,
        _ pointer: String,
        isPast: Bool = false
    ) {
        // UNH is segment 1, so the body's first is 2.
        findings.append(
            MessageFinding(code: code, pointer: pointer, segment: next + (isPast ? 1 : 2))
        )
    }
}

extension SegmentTemplate.Slot {
    /// Whether the value of this slot, or a part of it, stands at the place.
    fileprivate func covers(_ other: Segment.Place) -> Bool {
        guard other.element == place.element, other.repetition == place.repetition else {
            return false
        }
        let width = if case .field(let field) = content { field.format.width } else { 1 }
        return (place.component..<(place.component + width)).contains(other.component)
    }
}

extension Segment {
    fileprivate var filledElements: ElementSet {
        var filled = ElementSet()
        forEachValue { place, bytes in
            if !bytes.isEmpty { filled.insert(place.element) }
            return true
        }
        return filled
    }

    fileprivate func holds(_ wanted: Span<UInt8>, at wantedPlace: Place) -> Bool {
        var isHeld = false
        forEachValue { place, bytes in
            if place == wantedPlace { isHeld = bytes.isSame(as: wanted) }
            return place < wantedPlace
        }
        return isHeld
    }
}

extension Span<UInt8> {
    fileprivate func isSame(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }
}

extension Profile.Node {
    /// Whether this line, or any line of this group, takes the segment.
    func takes(_ segment: Segment) -> Bool {
        switch self {
        case .segment(let template): template.takes(segment)
        case .group(let group): group.nodes.contains { $0.takes(segment) }
        }
    }
}

extension SegmentTemplate {
    /// Whether tag and constants are those of the segment.
    ///
    /// The constants of an element that holds fields count only where the element is not empty.
    func takes(_ segment: Segment) -> Bool {
        guard segment.tag == tag else { return false }
        let filled = segment.filledElements
        return slots.allSatisfy { slot in
            guard case .constant(let constant) = slot.content else { return true }
            let element = slot.place.element
            return elementsWithFields.contains(element) && !filled.contains(element)
                || segment.holds(constant.bytes.span, at: slot.place)
        }
    }

    /// The currency that stands in the same segment as an amount.
    fileprivate func currency(of amount: FieldSlot, in segment: Segment) -> String? {
        guard let path = amount.format.currency else { return nil }
        for slot in slots {
            if case .field(let field) = slot.content, field.path == path {
                return segment[slot.place]
            }
        }
        return nil
    }
}
