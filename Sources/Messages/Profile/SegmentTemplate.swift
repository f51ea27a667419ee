/// One line of a profile: a segment with constants and fields at their places.
struct SegmentTemplate: Hashable, Sendable {
    let tag: SegmentTag
    /// Always written; otherwise only when one of its fields has a value.
    let isMandatory: Bool
    let slots: [Slot]
    /// The elements that hold fields: their constants are written only with a value beside them.
    let elementsWithFields: Set<Int>
    /// The line of the profile, for messages to the operator.
    let line: Int

    struct Slot: Hashable, Sendable {
        let place: Segment.Place
        let content: Content
    }

    enum Content: Hashable, Sendable {
        case constant(String)
        case field(FieldSlot)
    }

    init(tag: SegmentTag, isMandatory: Bool, slots: [Slot], line: Int) {
        self.tag = tag
        self.isMandatory = isMandatory
        self.slots = slots
        self.line = line
        elementsWithFields = Set(
            slots.compactMap { slot in
                if case .field = slot.content { slot.place.element } else { nil }
            }
        )
    }

    var hasFields: Bool { !elementsWithFields.isEmpty }
}

/// Where a field's value goes, and how it is written there.
struct FieldSlot: Hashable, Sendable {
    let path: FieldPath
    let isOptional: Bool
    let format: FieldFormat
}

extension FieldFormat {
    /// The field that holds the currency of an amount.
    var currency: FieldPath? {
        if case .amount(let currency, _) = self { currency } else { nil }
    }
}
