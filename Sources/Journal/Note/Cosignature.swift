/// A witness's statement: "at this time, this was the largest consistent tree I had seen" (0x04).
///
/// C2SP tlog-cosignature: the signature line carries 8 bytes of Unix time and 64 of Ed25519 over
/// `cosignature/v1`, `time <seconds>` and the whole checkpoint text.
package struct Cosignature: Hashable, Sendable {
    /// Seconds since 1970, by the witness's clock.
    package let time: UInt64
    /// 64 bytes of Ed25519.
    package let signature: [UInt8]

    /// Nil unless the line is as long as a cosignature is.
    package init?(_ line: SignedNote.Signature) {
        guard line.bytes.count == 72 else { return nil }
        time = line.bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        signature = Array(line.bytes[8...])
    }

    package func isValid(for note: SignedNote, by key: VerifierKey) -> Bool {
        guard key.algorithm == .cosignature else { return false }
        let message = "cosignature/v1\ntime \(time)\n" + note.text
        return key.accepts(signature, of: Array(message.utf8))
    }
}
