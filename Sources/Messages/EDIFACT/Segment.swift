/// One segment: its tag, and its values with the place where each stands.
///
/// Places are counted as the directories count them, from 1: `segment[3, 2]` is the second component
/// of the third element. The values are kept in one run of bytes, UTF-8, each led by the separator
/// before it; the three separators are bytes that UTF-8 never has, so no value can be mistaken for
/// one, and a segment that was read is written again with the same empty places.
/// Segments that were read together share their bytes.
package struct Segment: Hashable, Sendable {
    package let tag: SegmentTag
    let body: ArraySlice<UInt8>

    /// Separators in ``body``.
    enum Mark {
        static let component: UInt8 = 0xFD
        static let repetition: UInt8 = 0xFE
        static let element: UInt8 = 0xFF
    }

    init(tag: SegmentTag, body: ArraySlice<UInt8>) {
        self.tag = tag
        self.body = body
    }

    /// A segment of elements, each a list of components.
    package init(_ tag: SegmentTag, _ elements: [[String]]) {
        var body: [UInt8] = []
        for components in elements {
            var separator = Mark.element
            for component in components {
                body.append(separator)
                body.append(contentsOf: component.utf8)
                separator = Mark.component
            }
        }
        self.init(tag: tag, body: body[...])
    }

    /// A segment of values at their places; places between them are empty.
    package init(_ tag: SegmentTag, _ values: [Value]) {
        var builder = SegmentBuilder(tag)
        for value in values.sorted(by: { $0.place < $1.place }) {
            builder.append(value.text, at: value.place)
        }
        self = builder.segment
    }

    package struct Value: Hashable, Sendable {
        package let text: String
        package let place: Place

        package init(_ text: String, at place: Place) {
            self.text = text
            self.place = place
        }
    }
}

extension Segment {
    /// Where a value stands.
    ///
    /// Element 0 is the tag with its nesting indicators (versions 1 to 3).
    package struct Place: Hashable, Sendable, Comparable {
        package let element: Int
        package let repetition: Int
        package let component: Int

        package init(_ element: Int, _ component: Int = 1, repetition: Int = 1) {
            self.element = element
            self.repetition = repetition
            self.component = component
        }

        package static func < (left: Place, right: Place) -> Bool {
            (left.element, left.repetition, left.component)
                < (right.element, right.repetition, right.component)
        }

        /// The place that a separator opens.
        func after(_ mark: UInt8) -> Place {
            switch mark {
            case Mark.component: Place(element, component + 1, repetition: repetition)
            case Mark.repetition: Place(element, repetition: repetition + 1)
            default: Place(element + 1)
            }
        }
    }

    /// Every value that was written, empty ones too, in order.
    package var values: [Value] {
        var values: [Value] = []
        forEachValue { place, bytes in
            values.append(Value(bytes.utf8Text, at: place))
            return true
        }
        return values
    }

    /// The text at a place, empty where nothing stands.
    package subscript(_ element: Int, _ component: Int = 1) -> String {
        self[Place(element, component)]
    }

    package subscript(_ wanted: Place) -> String {
        var text = ""
        forEachValue { place, bytes in
            if place == wanted { text = bytes.utf8Text }
            return place < wanted
        }
        return text
    }

    /// Walks the values in order until the closure has seen enough.
    func forEachValue(_ isMoreWanted: (Place, Span<UInt8>) -> Bool) {
        let body = body.span
        var place = Place(0)
        var index = 0
        while index < body.count {
            place = place.after(body[index])
            let start = index + 1
            index = start
            while index < body.count, body[index] < Mark.component { index += 1 }
            guard isMoreWanted(place, body.extracting(start..<index)) else { return }
        }
    }

    /// The place of the byte at an index of ``body``.
    func place(at index: Int) -> Place {
        body.prefix(index).reduce(Place(0)) { $1 >= Mark.component ? $0.after($1) : $0 }
    }
}
