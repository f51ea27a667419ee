/// One segment: its tag, and its values with the place where each stands.
///
/// Places are counted as the directories count them, from 1: `segment[3, 2]` is the second component
/// of the third element. Values keep their order and the empty ones that were written, so a segment
/// that was read is written again with the same separators.
package struct Segment: Hashable, Sendable {
    package let tag: String
    package let values: [Value]

    package struct Value: Hashable, Sendable {
        package let text: String
        package let place: Place
    }

    /// Where a value stands.
    ///
    /// Element 0 is the tag with its nesting indicators (versions 1 to 3).
    package struct Place: Hashable, Sendable, Comparable {
        package let element: UInt16
        package let repetition: UInt16
        package let component: UInt16

        package init(_ element: Int, _ component: Int = 1, repetition: Int = 1) {
            self.element = UInt16(element)
            self.repetition = UInt16(repetition)
            self.component = UInt16(component)
        }

        package static func < (left: Place, right: Place) -> Bool {
            (left.element, left.repetition, left.component)
                < (right.element, right.repetition, right.component)
        }
    }

    init(tag: String, values: [Value]) {
        self.tag = tag
        self.values = values
    }

    /// A segment of elements, each a list of components.
    package init(_ tag: String, _ elements: [[String]]) {
        self.tag = tag
        values = elements.enumerated()
            .flatMap { element, components in
                components.enumerated()
                    .map { component, text in
                        Value(text: text, place: Place(element + 1, component + 1))
                    }
            }
    }

    /// The text at a place, empty where nothing stands.
    package subscript(_ element: Int, _ component: Int = 1) -> String {
        self[Place(element, component)]
    }

    package subscript(_ place: Place) -> String {
        values.first { $0.place == place }?.text ?? ""
    }

    /// The number of the last element that was written.
    package var elementCount: Int { Int(values.last?.place.element ?? 0) }
}
