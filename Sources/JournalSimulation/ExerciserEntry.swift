package import Journal

/// What the exerciser appends, known to the tests that look for it afterwards.
package enum ExerciserEntry {
    /// A key that anyone may know; it signs only test journals.
    package static func key() throws(VerifierKey.Flaw) -> SigningKey {
        try SigningKey(name: "exerciser.example", seed: [UInt8](repeating: 5, count: 32))
    }

    /// Two entries that belong together, of lengths that the number decides.
    package static func entries(_ number: Int) -> [[UInt8]] {
        let text = "number \(number) "
        return [
            Array(text.utf8), Array(String(repeating: text, count: 1 + number % 97).utf8),
        ]
    }
}
