/// Takes back, before a writer starts, what only a copy elsewhere still has.
///
/// An entry may be in a vault and no longer here: the disk lost what it had confirmed, or the whole
/// folder went back to an older day. It was promised to somebody, so its index must never be given
/// to another entry.
package enum JournalAdoption {
    /// Loads a journal as a start does and returns the tree that the start would go on from.
    package static func recover(_ directory: String) throws(JournalFault) -> SignedCheckpoint {
        let disk = PosixDisk(root: directory)
        let lock = try disk.lock()
        defer { lock.release() }
        return try load(disk)
    }

    /// Adds a segment that follows the journal's last entry, as if this disk had never lost it.
    ///
    /// - Throws: `damaged` unless the entries give the root that the segment's note signs.
    package static func adopt(
        _ segment: Segment,
        in directory: String
    ) throws(JournalFault) -> SignedCheckpoint {
        let disk = PosixDisk(root: directory)
        let lock = try disk.lock()
        defer { lock.release() }
        let here = try load(disk)
        guard segment.first == here.checkpoint.size.next else {
            throw JournalFault.damaged(
                WalFile.folder,
                "expected a segment for entry \(here.checkpoint.size), found \(segment.first)"
            )
        }
        guard try isWhole(segment, behind: here, disk: disk) else {
            throw JournalFault.damaged(
                WalFile.folder,
                "segment at entry \(segment.first): its entries are not those that were signed"
            )
        }
        let file = NewFile(WalFile(first: segment.first).path, segment.encoded)
        try disk.publish(disk.stage([file]))
        // A crash here leaves an ordinary write-ahead file, which the next start integrates.
        return try load(disk)
    }

    private static func isWhole(
        _ segment: Segment,
        behind here: SignedCheckpoint,
        disk: PosixDisk
    ) throws(JournalFault) -> Bool {
        let keys = [try JournalFolder.recordedKey(on: disk)]
        guard let leaves = Framing.leaves(segment.framed[...]),
            let signed = try? SignedCheckpoint(parsing: segment.note, keys: keys)
        else { return false }
        var grown = try EdgeReader.read(here.checkpoint, disk: disk).frontier
        for leaf in leaves { grown.append(leaf) }
        return signed.checkpoint.size == grown.size && signed.checkpoint.root == grown.root
    }

    private static func load(_ disk: PosixDisk) throws(JournalFault) -> SignedCheckpoint {
        let keys = [try JournalFolder.recordedKey(on: disk)]
        let (integrator, _) = try JournalLoader.load(
            disk: disk,
            keys: keys,
            limits: JournalLimits(),
            expectsMore: true
        )
        return integrator.published
    }
}
