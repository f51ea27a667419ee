package import Journal

/// What began an incarnation: the office's making, or a restore of an earlier one at a size.
///
/// Lies as `incarnation` in the office's folder and as `begun` in every vault. It only orders
/// incarnations for people who look; what it says of the tree is proven by the tree.
package struct IncarnationRecord: Hashable, Sendable {
    package struct Predecessor: Hashable, Sendable {
        package var incarnation: Incarnation
        package var size: TreeSize
        package var root: Digest

        package init(_ incarnation: Incarnation, size: TreeSize, root: Digest) {
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
        let after = predecessor.map { "after \($0.incarnation) \($0.size) \($0.root)" } ?? "first"
        return "\(Self.title)\n\(incarnation)\n\(after)\n"
    }

    /// Nil unless the text is one that `text` gives.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n")
        guard lines.count == 3, lines[0] == Self.title, let own = Incarnation(lines[1]) else {
            return nil
        }
        let words = lines[2].split(separator: " ")
        switch words.first {
        case "first": self.init(own)
        case "after":
            guard words.count == 4, let earlier = Incarnation(words[1]),
                let size = UInt64(words[2]),
                let root = Base64.decode(words[3]).flatMap({ Digest($0) })
            else { return nil }
            self.init(own, after: Predecessor(earlier, size: TreeSize(size), root: root))
        default: return nil
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
        let disk = PosixDisk(root: office)
        do throws(JournalFault) {
            if let bytes = try disk.read(file) {
                guard let record = IncarnationRecord(String(decoding: bytes, as: UTF8.self)) else {
                    throw JournalFault(
                        .damaged,
                        path: file,
                        "expected an incarnation, found other text",
                        hint: "remove the file; a new incarnation begins and ships everything anew"
                    )
                }
                return record
            }
            let record = IncarnationRecord(.draw(random))
            try record.write(to: office)
            return record
        } catch { throw VaultFault(error, at: office) }
    }

    func write(to office: String) throws(JournalFault) {
        let disk = PosixDisk(root: office)
        try disk.writeResult(NewFile(IncarnationRecord.file, Array(text.utf8)))
        try disk.syncFolder("")
    }
}
