/// Puts a segment together from values in the order of their places; places between are empty.
struct SegmentBuilder {
    private let tag: SegmentTag
    private var body: [UInt8] = []
    private var last = Segment.Place(0)

    init(_ tag: SegmentTag) {
        self.tag = tag
        body.reserveCapacity(48)
    }

    /// - Precondition: the place comes after those before.
    mutating func append(_ text: String, at place: Segment.Place) {
        precondition(last < place, "values are appended in the order of their places")
        if place.element != last.element {
            append(Segment.Mark.element, place.element - last.element)
            append(Segment.Mark.repetition, place.repetition - 1)
            append(Segment.Mark.component, place.component - 1)
        } else if place.repetition != last.repetition {
            append(Segment.Mark.repetition, place.repetition - last.repetition)
            append(Segment.Mark.component, place.component - 1)
        } else {
            append(Segment.Mark.component, place.component - last.component)
        }
        body.append(contentsOf: text.utf8)
        last = place
    }

    var segment: Segment { Segment(tag: tag, body: body[...]) }

    private mutating func append(_ mark: UInt8, _ count: Int) {
        for _ in 0..<count { body.append(mark) }
    }
}
