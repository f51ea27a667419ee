/// A desk snapshot as it lies on disks and in vaults (FORMAT.md, "Desk snapshots").
///
/// In plain: how far it goes and what the journal says about epochs up to there, which the journal
/// says in plain, too. Sealed with a key of class `state`: what the desk knew. An entry of the
/// journal names the SHA-256 of the whole, so nothing here needs a signature of its own.
package struct SnapshotFile: Sendable {
    /// Entries before are in it.
    package let position: EntryIndex
    package let epochs: EpochTable
    /// Sealed entries in a row, each behind its length.
    private let sealed: ArraySlice<UInt8>

    private static let title = "posthorn desk snapshot v1"
    /// What is sealed together: half of what one sealed entry may hold.
    private static let piece = SealedLayout.largestPlaintext / 2

    /// Makes the bytes of a snapshot.
    package static func make(
        _ desk: [UInt8],
        position: EntryIndex,
        epochs: EpochTable,
        key: EpochKey,
        sealer: EntrySealer
    ) throws(SealFlaw) -> [UInt8] {
        var out = Array("\(title)\n\(position.value)\n".utf8) + epochs.lines
        out.append(UInt8(ascii: "\n"))
        for start in stride(from: 0, to: desk.count, by: piece) {
            let piece = Array(desk[start..<min(start + piece, desk.count)])
            let sealed = try sealer.seal(piece, key: key)
            out.appendInteger(UInt32(sealed.count))
            out += sealed
        }
        return out
    }

    /// Reads what is in plain.
    package init(_ bytes: [UInt8]) throws(RecordFlaw) {
        var rest = bytes[...]
        func line() throws(RecordFlaw) -> ArraySlice<UInt8> {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
                throw .notCanonical(at: rest.startIndex)
            }
            defer { rest = rest[(end + 1)...] }
            return rest[..<end]
        }
        guard try line().elementsEqual(Self.title.utf8) else { throw .notCanonical(at: 0) }
        let number = String(decoding: try line(), as: UTF8.self)
        guard let position = UInt64(number), "\(position)" == number else {
            throw .notCanonical(at: Self.title.utf8.count + 1)
        }
        var records: [ArraySlice<UInt8>] = []
        while true {
            let record = try line()
            if record.isEmpty { break }
            records.append(record)
        }
        self.position = EntryIndex(position)
        epochs = try EpochTable(lines: records)
        sealed = rest
    }

    /// What the desk knew.
    ///
    /// - Throws: ``EntryFault`` `keyMissing` where the key that it is sealed with is not at hand.
    package func open(_ keys: Keyring, origin: String) throws -> [UInt8] {
        let opener = EntryOpener(origin: origin)
        var out: [UInt8] = []
        var rest = sealed
        while !rest.isEmpty {
            guard rest.count > 4 else { throw SealFlaw.cut(bytes: rest.count) }
            let count = Int(rest.integer(at: rest.startIndex) as UInt32)
            guard count <= rest.count - 4 else { throw SealFlaw.cut(bytes: rest.count) }
            let entry = Array(rest.dropFirst(4).prefix(count))
            rest = rest.dropFirst(4 + count)
            let id = try SealedLayout.keyID(of: entry)
            guard case .key(let key) = keys.lookup(id) else {
                throw EntryFault(index: position, cause: .keyMissing(id))
            }
            out += try opener.open(entry, key: key)
        }
        return out
    }
}
