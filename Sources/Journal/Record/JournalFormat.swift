/// The version of everything above the tree: entry kinds, control records, sealing.
///
/// In every version, now and later, entry 0 is a control record of kind 0 whose flat JSON object
/// holds `record`, `format` and `reader`: so any release can say which one reads a newer journal.
package enum JournalFormat {
    package static let version: UInt64 = 1
    /// The first release that reads what this one writes.
    package static let reader = "posthorn-rescue 1.0"
}
