/// What one entry, or one group of parts, says.
package struct OpenedEntry: Sendable {
    /// The indices it takes: more than one for parts.
    package let indices: Range<EntryIndex>
    package let content: Content

    package enum Content: Sendable {
        case control(ControlRecord)
        case plain([UInt8], EntryClass)
        /// Its month was forgotten: a legal value, which folds skip.
        case erased(Epoch)
        /// Its key is not at hand: only a reader without the office's identity meets it.
        case locked(EpochKeyID, Epoch?)
    }
}

/// An entry that is proven to be in the journal and cannot be read.
package struct EntryFault: Error, Sendable {
    package enum Cause: Hashable, Sendable {
        case record(RecordFlaw)
        case seal(SealFlaw)
        case keyMissing(EpochKeyID)
    }

    package let index: EntryIndex
    package let cause: Cause
}

extension EntryFault: CustomStringConvertible {
    package var description: String {
        switch cause {
        case .record(let flaw): "entry \(index): \(flaw)"
        case .seal(let flaw): "entry \(index): \(flaw)"
        case .keyMissing(let id):
            "entry \(index): expected data key \(id) in keys/, found none\n"
                + "hint: restore keys/ from the escrow"
        }
    }
}
