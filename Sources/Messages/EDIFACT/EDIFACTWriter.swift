/// Writes segments in one level under one service string, releasing what must be released.
///
/// It writes characters or reports them: nothing is transliterated, replaced or left out in silence.
/// What it could not write stands in ``unfit``, and then the bytes are not to be used.
package struct EDIFACTWriter {
    private let service: ServiceString
    private let repertoire: Repertoire
    private let classes: InlineArray<256, UInt8>
    package private(set) var bytes: [UInt8] = []
    package private(set) var unfit: [UnfitCharacter] = []
    private var segment = 0

    package init(_ service: ServiceString, _ repertoire: Repertoire) {
        self.service = service
        self.repertoire = repertoire
        classes = ByteClass.table(for: service, repertoire)
    }

    /// A character that the level does not have, and where it stood.
    package struct UnfitCharacter: Error, Hashable, Sendable {
        package let character: UnicodeScalar
        package let repertoire: Repertoire
        /// The segment, counted from 1 in the order of writing.
        package let segment: Int
        package let place: Segment.Place
        /// The character's position in its value, from 1.
        package let position: Int
    }

    /// Writes an interchange as it was read.
    ///
    /// The service string stays, and so does the level where the text fits it; otherwise the smallest
    /// that does is taken, and the header names it.
    ///
    /// - Throws: ``UnfitCharacter``, the first that no level has.
    package static func write(_ interchange: Interchange) throws(UnfitCharacter) -> [UInt8] {
        let segments = interchange.segments
        let sets = RepertoireSet.all.having(segments)
        let declared = interchange.repertoire
        let repertoire =
            declared.flatMap { sets.contains($0) ? $0 : nil } ?? sets.smallest ?? .unow
        var writer = EDIFACTWriter(interchange.service, repertoire)
        writer.writeAdvice()
        for (index, segment) in segments.enumerated() {
            writer.write(
                index == 0 && declared != nil ? segment.naming(repertoire) : segment
            )
        }
        if let first = writer.unfit.first { throw first }
        return writer.bytes
    }

    /// `UNA` and the service characters; we always write it, because the defaults differ by level.
    package mutating func writeAdvice() {
        bytes.append(contentsOf: "UNA".utf8)
        for scalar in service.advice.unicodeScalars { bytes.append(UInt8(scalar.value)) }
    }

    package mutating func write(_ segment: Segment) {
        self.segment += 1
        bytes.append(contentsOf: segment.tag.utf8)
        var last = Segment.Place(0)
        for value in segment.values {
            separate(from: last, to: value.place)
            write(value)
            last = value.place
        }
        bytes.append(service.terminator)
    }

    /// The separators between two places.
    ///
    /// A gap is a run of separators.
    private mutating func separate(from last: Segment.Place, to next: Segment.Place) {
        if next.element > last.element {
            append(service.element, Int(next.element - last.element))
            append(service.repetition ?? service.element, Int(next.repetition) - 1)
            append(service.component, Int(next.component) - 1)
        } else if next.repetition > last.repetition {
            append(service.repetition ?? service.element, Int(next.repetition - last.repetition))
            append(service.component, Int(next.component) - 1)
        } else {
            append(service.component, Int(next.component) - Int(last.component))
        }
    }

    private mutating func append(_ separator: UInt8, _ count: Int) {
        for _ in 0..<max(0, count) { bytes.append(separator) }
    }

    private mutating func write(_ value: Segment.Value) {
        for byte in value.text.utf8 {
            guard classes[Int(byte)] == ByteClass.data else { return writeWithCare(value) }
            bytes.append(byte)
        }
    }

    /// Writes a value that holds service characters, bytes above ASCII or what the level lacks.
    private mutating func writeWithCare(_ value: Segment.Value) {
        let plain = value.text.utf8.prefix { classes[Int($0)] == ByteClass.data }.count
        bytes.removeLast(plain)
        for (index, scalar) in value.text.unicodeScalars.enumerated() {
            if let byte = UInt8(exactly: scalar.value), byte < 0x80 {
                switch classes[Int(byte)] {
                case ByteClass.data: bytes.append(byte)
                case 1...ByteClass.release where service.release != nil:
                    bytes.append(service.release ?? byte)
                    bytes.append(byte)
                default: note(scalar, value.place, index)
                }
            } else if repertoire.isUTF8 {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                if RepertoireSet.having(scalar).isEmpty { note(scalar, value.place, index) }
            } else if let byte = repertoire.part?.byte(for: scalar) {
                bytes.append(byte)
            } else {
                note(scalar, value.place, index)
            }
        }
    }

    private mutating func note(_ scalar: UnicodeScalar, _ place: Segment.Place, _ index: Int) {
        unfit.append(
            UnfitCharacter(
                character: scalar,
                repertoire: repertoire,
                segment: segment,
                place: place,
                position: index + 1
            )
        )
    }
}

extension RepertoireSet {
    /// The levels of `self` that have every character of the segments.
    package func having(_ segments: [Segment]) -> RepertoireSet {
        segments.reduce(self) { set, segment in
            segment.values.reduce(set) { $0.having($1.text) }
        }
    }
}

extension Segment {
    /// An interchange header that names another level.
    func naming(_ repertoire: Repertoire) -> Segment {
        let identifier = Place(1)
        return Segment(
            tag: tag,
            values: values.map {
                $0.place == identifier ? Value(text: repertoire.rawValue, place: identifier) : $0
            }
        )
    }
}
