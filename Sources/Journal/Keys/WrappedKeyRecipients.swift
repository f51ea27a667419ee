extension WrappedKey {
    /// To how many it is wrapped: the office and each recovery recipient.
    ///
    /// - Throws: `AgeFlaw` when the file is no age file.
    package func recipientCount() throws(AgeFlaw) -> Int {
        try AgeHeader.parse(file).header.stanzas.count { $0.type == AgeX25519.stanzaType }
    }
}
