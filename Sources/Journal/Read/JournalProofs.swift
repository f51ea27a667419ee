/// Proofs about the tree that the reader's checkpoint signs.
extension JournalReader {
    /// Proof that an entry is in the tree of a size; of the checkpoint's when none is given.
    ///
    /// - Precondition: the entry is in that tree, and the tree in the checkpoint's.
    package func inclusionProof(
        of index: EntryIndex,
        in size: TreeSize? = nil
    ) throws(JournalFault) -> InclusionProof {
        var tiles = try tiles()
        return try InclusionProof(of: index, in: TreeRange(size ?? self.size), from: &tiles)
    }

    /// Proof that the tree of one size is the beginning of the tree of another.
    package func consistencyProof(
        from old: TreeSize,
        to new: TreeSize? = nil
    ) throws(JournalFault) -> ConsistencyProof {
        var tiles = try tiles()
        return try ConsistencyProof(of: TreeRange(old), in: new ?? size, from: &tiles)
    }

    /// The root that the journal had at an earlier size.
    package func root(at size: TreeSize) throws(JournalFault) -> Digest {
        var tiles = try tiles()
        return try tiles.root(of: size)
    }

    /// A receipt for an entry: its place, the proof and the signed checkpoint.
    package func receipt(
        for index: EntryIndex,
        extra: [UInt8]? = nil
    ) throws(JournalFault) -> TlogProof {
        TlogProof(
            index: index,
            extra: extra,
            proof: try inclusionProof(of: index),
            note: checkpoint.note
        )
    }
}
