/// What a password must be (NIST SP 800-63B-4 §3.1.1.2): long; nothing is said of its characters.
package enum PasswordRule {
    package static let shortest = 15
    /// Longer ones are refused rather than cut.
    package static let longest = 256

    /// Counted in characters as people see them.
    ///
    /// - Throws: ``StaffRefusal`` `passwordTooShort`, `passwordTooLong`, `passwordGuessable`.
    static func check(_ password: String, for name: String) throws(StaffRefusal) {
        guard password.count >= shortest else {
            throw .passwordTooShort(shortest: shortest, found: password.count)
        }
        guard password.utf8.count <= longest else {
            throw .passwordTooLong(longest: longest, found: password.utf8.count)
        }
        // One character, or the name, over and over is what guessers try first.
        guard Set(password).count > 4, !repeats(name, password) else { throw .passwordGuessable }
    }

    private static func repeats(_ name: String, _ password: String) -> Bool {
        password.lowercased().replacing(name, with: "").count < shortest / 2
    }
}
