// Which levels have which characters, turned round once from the tables of the parts.
extension RepertoireSet {
    /// The levels that have the character; none has a control character.
    package static func having(_ scalar: UnicodeScalar) -> RepertoireSet {
        if scalar.value < 0x80 { return ascii[Int(scalar.value)] }
        guard let value = UInt16(exactly: scalar.value) else { return unicode }
        return partsByScalar[value] ?? (scalar.value < 0xA0 ? [] : unicode)
    }

    /// The levels of `self` that have every character of the text.
    package func having(_ text: String) -> RepertoireSet { having(text.utf8Span.span) }

    /// The levels of `self` that have every character of the segments.
    package func having(_ segments: [Segment]) -> RepertoireSet {
        segments.reduce(self) { $0.having($1) }
    }

    package func having(_ segment: Segment) -> RepertoireSet { having(segment.body.span) }

    /// Walks UTF-8, stepping over the separators that a ``Segment`` keeps.
    private func having(_ bytes: Span<UInt8>) -> RepertoireSet {
        var set = self
        let ascii = Self.ascii
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                set.formIntersection(ascii[Int(bytes[index])])
                index += 1
            } else if bytes[index] >= Segment.Mark.component {
                index += 1
            } else {
                let (scalar, length) = bytes.scalar(at: index)
                set.formIntersection(.having(scalar))
                index += length
            }
        }
        return set
    }

    private static let unicode = RepertoireSet([.unow, .unoy])

    private static let ascii: [RepertoireSet] = (UInt8(0)...0x7F)
        .map { byte in
            guard byte >= 0x20, byte != 0x7F else { return [] }
            if levelA.contains(byte) { return all }
            let isSmallLetter = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
            let without: RepertoireSet =
                isSmallLetter ? RepertoireSet([.unoa]) : RepertoireSet([.unoa, .unob])
            return all.subtracting(without)
        }

    private static let partsByScalar: [UInt16: RepertoireSet] = {
        var sets: [UInt16: RepertoireSet] = [:]
        for repertoire in Repertoire.allCases {
            for scalar in repertoire.part?.upperHalf ?? [] where scalar != 0 {
                sets[scalar, default: unicode].formUnion(RepertoireSet([repertoire]))
            }
        }
        return sets
    }()

    /// The characters of level A; level B adds a to z.
    ///
    /// Source: UN/EDIFACT syntax rules (UNECE d422) 5.1.
    private static let levelA = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-()/='+:?!\"%&*;<>".utf8
    )
}
