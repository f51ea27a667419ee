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
            writer.write(index == 0 && declared != nil ? segment.naming(repertoire) : segment)
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
        let tag = segment.tag.bytes
        for index in 0..<3 { bytes.append(tag[index]) }
        let body = segment.body.span
        var index = 0
        while index < body.count {
            let byte = body[index]
            let byteClass = classes[Int(byte)]
            if byteClass == ByteClass.data {
                bytes.append(byte)
            } else if byte >= Segment.Mark.component {
                bytes.append(separator(byte))
            } else if byteClass <= ByteClass.release, let release = service.release {
                bytes.append(release)
                bytes.append(byte)
            } else {
                let (scalar, length) = body.scalar(at: index)
                if !encode(scalar) { note(scalar, segment, index) }
                index += length - 1
            }
            index += 1
        }
        bytes.append(service.terminator)
    }

    private func separator(_ mark: UInt8) -> UInt8 {
        switch mark {
        case Segment.Mark.component: service.component
        case Segment.Mark.repetition: service.repetition ?? service.element
        default: service.element
        }
    }

    private mutating func encode(_ scalar: UnicodeScalar) -> Bool {
        if scalar.value >= 0xA0, repertoire.isUTF8 {
            bytes.append(contentsOf: String(scalar).utf8)
        } else if scalar.value >= 0xA0, let byte = repertoire.part?.byte(for: scalar) {
            bytes.append(byte)
        } else {
            return false
        }
        return true
    }

    private mutating func note(_ scalar: UnicodeScalar, _ segment: Segment, _ index: Int) {
        unfit.append(
            UnfitCharacter(
                character: scalar,
                repertoire: repertoire,
                segment: self.segment,
                place: segment.place(at: index)
            )
        )
    }
}

extension Segment {
    /// An interchange header that names another level.
    func naming(_ repertoire: Repertoire) -> Segment {
        let identifier = Place(1)
        return Segment(
            tag,
            values.map {
                $0.place == identifier ? Value(repertoire.rawValue, at: identifier) : $0
            }
        )
    }
}

extension Span<UInt8> {
    /// The character that begins at an index of valid UTF-8, and its length in bytes.
    func scalar(at index: Int) -> (UnicodeScalar, length: Int) {
        let lead = self[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
        for step in 1..<length { value = value << 6 | UInt32(self[index + step] & 0x3F) }
        return (UnicodeScalar(value) ?? "\u{FFFD}", length)
    }
}
