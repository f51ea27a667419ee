package import Journal

/// What began an incarnation: the office's making, a restore, or another signing key.
///
/// Every object of one incarnation is signed with one key.
///
/// Lies as `incarnation` in the office's folder and as `begun` in every vault. It only orders
/// incarnations for people who look; what it says of the tree is proven by the tree.
package struct IncarnationRecord: Hashable, Sendable {
    package struct Predecessor: Hashable, Sendable {
        /// Why the earlier life ended.
        package enum Cause: String, Hashable, Sendable {
            /// The office was lost, may be alive in other hands, and was restored.
            case restored = "after"
            /// The office itself changed its signing key.
            case rekeyed
        }

        package var cause: Cause
        package var incarnation: Incarnation
        package var size: TreeSize
        package var root: Digest

        package init(
            _ incarnation: Incarnation,
            size: TreeSize,
            root: Digest,
            cause: Cause = .restored
        ) {
            self.cause = cause
            self.incarnation = incarnation
            self.size = size
            self.root = root
        }
    }

    package let incarnation: Incarnation
    package let predecessor: Predecessor?

    package init(_ incarnation: Incarnation, after predecessor: Predecessor? = nil) {
        self.incarnation = incarnation
        self.predecessor = predecessor
    }

    private static let title = "posthorn incarnation v1"

    package var text: String {
        let after =
            predecessor.map { "\($0.cause.rawValue) \($0.incarnation) \($0.size) \($0.root)" }
            ?? "first"
        return "\(Self.title)\n\(incarnation)\n\(after)\n"
    }

    /// Nil unless the text is one that `text` gives.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n")
        guard lines.count == 3, lines[0] == Self.title, let own = Incarnation(lines[1]) else {
            return nil
        }
        let words = lines[2].split(separator: " ")
        if words == ["first"] {
            self.init(own)
        } else {
            guard words.count == 4, let cause = Predecessor.Cause(rawValue: String(words[0])),
                let earlier = Incarnation(words[1]), let size = UInt64(words[2]),
                let root = Base64.decode(words[3]).flatMap({ Digest($0) })
            else { return nil }
            self.init(
                own,
                after: Predecessor(earlier, size: TreeSize(size), root: root, cause: cause)
            )
        }
        guard self.text == text else { return nil }
    }

    private static let file = "incarnation"

    /// The incarnation of the office in a folder; its first one is drawn here.
    ///
    /// Losing the file does no harm: a new one is drawn, and everything goes out once more.
    package static func load(
        office: String,
        random: RandomSource
    ) throws(VaultFault) -> IncarnationRecord {
        if let record = try read(office: office) { return record }
        do throws(JournalFault) {
            let record = IncarnationRecord(.draw(random))
            try record.write(to: office)
            return record
        } catch { throw VaultFault(error, at: office) }
    }

    /// The incarnation of the office in a folder, if it has one yet.
    package static func read(office: String) throws(VaultFault) -> IncarnationRecord? {
        do throws(JournalFault) {
            guard let bytes = try PosixDisk(root: office).read(file) else { return nil }
            guard let record = IncarnationRecord(String(decoding: bytes, as: UTF8.self)) else {
                throw JournalFault(
                    .damaged,
                    path: file,
                    "expected an incarnation, found other text",
                    hint: "remove the file; a new incarnation begins and ships everything anew"
                )
            }
            return record
        } catch { throw VaultFault(error, at: office) }
    }

    /// The incarnation that another signing key begins, at the last tree that both keys sign.
    ///
    /// Taken from the key, so that a rotation that was broken off names the same one again.
    package static func rekeyed(
        _ key: VerifierKey,
        after earlier: IncarnationRecord,
        at last: Checkpoint
    ) -> IncarnationRecord {
        let digest = TreeHash.sha256(Array("posthorn incarnation\n\(key)\n".utf8)).array
        let incarnation = Incarnation(digest[..<8].reduce(0) { $0 << 8 | UInt64($1) })
        guard earlier.incarnation != incarnation else { return earlier }
        return IncarnationRecord(
            incarnation,
            after: Predecessor(
                earlier.incarnation,
                size: last.size,
                root: last.root,
                cause: .rekeyed
            )
        )
    }

    package func write(to office: String) throws(JournalFault) {
        let disk = PosixDisk(root: office)
        try disk.writeResult(NewFile(IncarnationRecord.file, Array(text.utf8)))
        try disk.syncFolder("")
    }
}
