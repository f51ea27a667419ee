/// The service characters of one interchange: what separates, what ends, what releases.
///
/// Source: ISO 9735 (versions 1 to 3) §5 and ISO 9735-1:2002 (version 4) §8: `UNA` and six
/// characters. A space in the place of release or repetition means that there is none. Version 4
/// made the fifth place the repetition separator and told recipients to ignore the decimal mark.
package struct ServiceString: Hashable, Sendable {
    package let component: UInt8
    package let element: UInt8
    package let decimalMark: UInt8
    package let release: UInt8?
    /// The fifth place as it stands; it separates only where the syntax version is 4 or later.
    package let repetition: UInt8?
    package let terminator: UInt8

    /// `UNA:+.? '`, with which versions 1 to 3 begin, and which version 4 completes with `*`.
    package static let standard = ServiceString(
        component: UInt8(ascii: ":"),
        element: UInt8(ascii: "+"),
        decimalMark: UInt8(ascii: "."),
        release: UInt8(ascii: "?"),
        repetition: UInt8(ascii: "*"),
        terminator: UInt8(ascii: "'")
    )

    /// The information separators IS 1, IS 3 and IS 4.
    ///
    /// Levels B and up use them in versions 1 to 3 where no advice says otherwise; nothing is released.
    package static let unprintable = ServiceString(
        component: 0x1F,
        element: 0x1D,
        decimalMark: UInt8(ascii: "."),
        release: nil,
        repetition: nil,
        terminator: 0x1C
    )

    package static let adviceLength = 9

    private init(
        component: UInt8,
        element: UInt8,
        decimalMark: UInt8,
        release: UInt8?,
        repetition: UInt8?,
        terminator: UInt8
    ) {
        self.component = component
        self.element = element
        self.decimalMark = decimalMark
        self.release = release
        self.repetition = repetition
        self.terminator = terminator
    }

    /// Reads the nine bytes of advice that begin at `offset`.
    ///
    /// - Throws: ``SyntaxFault`` when they are fewer, or could be told apart only by guessing.
    package init(in bytes: Span<UInt8>, at offset: Int, segment: Int) throws(SyntaxFault) {
        guard offset + Self.adviceLength <= bytes.count else {
            throw SyntaxFault(.serviceStringCutShort, offset: offset, segment: segment)
        }
        let space = UInt8(ascii: " ")
        let release = bytes[offset + 6]
        let repetition = bytes[offset + 7]
        self.init(
            component: bytes[offset + 3],
            element: bytes[offset + 4],
            decimalMark: bytes[offset + 5],
            release: release == space ? nil : release,
            repetition: repetition == space ? nil : repetition,
            terminator: bytes[offset + 8]
        )
        guard isUnambiguous else {
            throw SyntaxFault(
                .serviceStringAmbiguous(advice),
                offset: offset + 3,
                segment: segment
            )
        }
    }

    /// The same characters for a syntax version: before 4 nothing repeats, and a character that
    /// already has a role cannot take another.
    package func repeating(_ repeats: Bool) -> ServiceString {
        let separates = repeats && !roles.contains { $0 == repetition }
        return ServiceString(
            component: component,
            element: element,
            decimalMark: decimalMark,
            release: release,
            repetition: separates ? repetition : nil,
            terminator: terminator
        )
    }

    /// The six characters as they follow `UNA`.
    package var advice: String {
        let space = UInt8(ascii: " ")
        let six = [
            component, element, decimalMark, release ?? space, repetition ?? space, terminator,
        ]
        return String(String.UnicodeScalarView(six.map { UnicodeScalar($0) }))
    }

    private var roles: [UInt8] {
        [component, element, terminator] + (release.map { [$0] } ?? [])
    }

    private var isUnambiguous: Bool {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        return Set(roles).count == roles.count && !roles.contains(where: letters.contains)
    }
}
