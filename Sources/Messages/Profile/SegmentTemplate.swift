/// One line of a profile: a segment with constants and fields at their places.
struct SegmentTemplate: Hashable, Sendable {
    let tag: SegmentTag
    /// Always written; otherwise only when one of its fields has a value.
    let isMandatory: Bool
    let slots: [Slot]
    /// The elements that hold fields: their constants are written only with a value beside them.
    let elementsWithFields: ElementSet

    struct Slot: Hashable, Sendable {
        let place: Segment.Place
        let content: Content
    }

    /// A text of the layout itself, with its bytes for comparing.
    struct Constant: Hashable, Sendable {
        let text: String
        let bytes: [UInt8]

        init(_ text: String) {
            self.text = text
            bytes = Array(text.utf8)
        }
    }

    /// Boxed, so that walking a template retains one thing for each slot.
    indirect enum Content: Hashable, Sendable {
        case constant(Constant)
        case field(FieldSlot)
    }

    init(tag: SegmentTag, isMandatory: Bool, slots: [Slot]) {
        self.tag = tag
        self.isMandatory = isMandatory
        self.slots = slots
        var elements = ElementSet()
        for slot in slots {
            if case .field = slot.content { elements.insert(slot.place.element) }
        }
        elementsWithFields = elements
    }

    var hasFields: Bool { !elementsWithFields.isEmpty }
}

/// Elements of a segment by number; directories know none beyond 63.
struct ElementSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    var isEmpty: Bool { bits == 0 }

    func contains(_ element: Int) -> Bool { element < 64 && bits & 1 << element != 0 }

    mutating func insert(_ element: Int) {
        if element < 64 { bits |= 1 << element }
    }
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

    /// Whether the format writes the number of the group's turn.
    var isTurn: Bool {
        if case .turn = self { true } else { false }
    }
}
