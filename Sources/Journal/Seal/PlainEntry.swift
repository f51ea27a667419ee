/// A plaintext on its way into the journal.
package struct PlainEntry: Sendable {
    package let entryClass: EntryClass
    /// Canonical JSON (RFC 8785), at most 1 MiB.
    package let bytes: [UInt8]

    package init(_ entryClass: EntryClass, _ bytes: [UInt8]) {
        self.entryClass = entryClass
        self.bytes = bytes
    }
}
