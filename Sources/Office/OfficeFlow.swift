/// One item's way through the office: the map of this target.
///
/// ```
///   bytes ─▶ Intake ─▶ Lodging ─▶ CheckStep ─▶ CheckedLodgement ─▶ OfficeDesk ─▶ RecordedItem
///                                     │                                              │
///                                     └▶ findings                                    ▼
///                                                                    PrintStep ─▶ files, digests
/// ```
///
/// 1. **Intake** (`Intake/`): a file of any usual shape, streamed into ``Lodging`` values.
/// 2. **Check** (`Record/CheckStep.swift`): the rules of the day, then whether the papers and the
///    message can carry what is said. Pure; runs on all cores.
/// 3. **Record** (`Record/OfficeDesk.swift`): the single writer. Was it lodged before? A number
///    below a recorded mark; one entry per item; one durable segment; the ledger; the answer.
/// 4. **Document** (`Documents/PrintStep.swift`): files from the recorded entry; digests recorded
///    when first issued, compared ever after.
///
/// Reading back goes through ``EntryShelf``: the ledger says which entry, the journal says what.
package enum OfficeFlow {
    /// How many lodgements go through a step together.
    ///
    /// Large enough that one `fdatasync` is shared by many, small enough that a batch of the
    /// largest lodgements stays within a few megabytes.
    package static let batch = 256
}
