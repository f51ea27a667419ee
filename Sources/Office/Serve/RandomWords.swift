package import Mail

/// Random words that an office hands out, from its own source of randomness.
extension ServedOffice {
    /// 128 bits in hexadecimal, which nobody guesses: for addresses and forms.
    package func unguessableWord() -> String { Hexadecimal.text(randomBytes(16)) }

    /// A draft code; that it is free shows only when a draft is saved under it.
    package func draftCode() -> DraftCode {
        guard let code = DraftCode(random: randomBytes(DraftCode.length)) else {
            preconditionFailure("as many random bytes as a draft code has characters")
        }
        return code
    }
}
