/// The two letters that open an S10: the class of mail, and a letter the issuing post assigns.
package struct ServiceIndicator: Hashable, Sendable, Comparable {
    package let text: String

    /// - Throws: ``S10/Flaw`` when the standard reserves or does not assign the indicator.
    package init(_ text: String) throws(S10.Flaw) {
        let letters = Array(text.utf8)
        guard letters.count == 2, letters.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else {
            throw .malformed(position: 0)
        }
        switch letters[0] {
        // J, K, S, T and W cannot be valid; I, F, O, X and Y are not listed in the table.
        case UInt8(ascii: "J"), UInt8(ascii: "K"), UInt8(ascii: "S"), UInt8(ascii: "T"),
            UInt8(ascii: "W"):
            throw .reservedService(text)
        case UInt8(ascii: "F"), UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "X"),
            UInt8(ascii: "Y"):
            throw .unassignedService(text)
        default: self.text = text
        }
    }

    /// Whether the indicator is kept for domestic, bilateral or multilateral use, so that no
    /// international product of ours may draw numbers under it.
    ///
    /// Source: the service indicator table of S10-12.
    package var isBilateral: Bool {
        let letters = Array(text)
        return switch letters[0] {
        case "B", "D", "N", "P", "Z", "G": true
        case "A": ("V"..."Z").contains(letters[1])
        case "C", "L", "R", "V": letters[1] == "Z"
        case "E", "H": ("X"..."Z").contains(letters[1])
        default: false
        }
    }

    package static func < (left: ServiceIndicator, right: ServiceIndicator) -> Bool {
        left.text < right.text
    }
}
