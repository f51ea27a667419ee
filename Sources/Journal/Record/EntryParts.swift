/// Cuts what is too large for one entry into consecutive `part` entries, and joins them again.
///
/// The writer puts all parts into one write-ahead segment: no signed tree ends between two.
package enum EntryParts {
    /// The entry bundle's uint16 length (C2SP tlog-tiles).
    package static let largestEntry = 65_535
    /// Kind, number and count.
    static let headBytes = 3
    static let chunkBytes = largestEntry - headBytes

    /// The entries for one sealed entry, which begins with its kind byte.
    package static func split(_ sealed: [UInt8]) -> [[UInt8]] {
        guard sealed.count > largestEntry else { return [sealed] }
        let body = sealed.dropFirst()
        let count = (body.count + chunkBytes - 1) / chunkBytes
        precondition(count <= 255, "a sealed entry has at most 255 parts, not \(count)")
        return (0..<count)
            .map { number in
                let start = body.startIndex + number * chunkBytes
                let chunk = body[start..<min(start + chunkBytes, body.endIndex)]
                return [EntryKind.part.rawValue, UInt8(number), UInt8(count)] + chunk
            }
    }
}

/// Joins consecutive entries; feed it every entry in order.
package struct EntryJoiner: Sendable {
    private var body: [UInt8] = []
    private var next = 0
    private var count = 0

    package init() {}

    /// Whether a group of parts has begun and not ended.
    package var isWaiting: Bool { next < count }

    /// A whole entry (kind byte first), or nil while parts are missing.
    package mutating func add(_ entry: [UInt8]) throws(RecordFlaw) -> [UInt8]? {
        guard try EntryKind(of: entry) == .part else {
            guard !isWaiting else { throw .part(expected: expectation, found: "another entry") }
            return entry
        }
        guard entry.count > EntryParts.headBytes else {
            throw .part(expected: "at least one byte", found: "none")
        }
        let (number, total) = (Int(entry[1]), Int(entry[2]))
        if !isWaiting { (body, next, count) = ([EntryKind.sealed.rawValue], 0, total) }
        guard number == next, total == count, total > 1 else {
            throw .part(expected: expectation, found: "part \(number + 1) of \(total)")
        }
        // Every part but the last is full, or one plaintext could be cut in many ways.
        let isLast = number + 1 == total
        guard isLast || entry.count == EntryParts.largestEntry else {
            throw .part(
                expected: "\(EntryParts.largestEntry) bytes",
                found: "\(entry.count)"
            )
        }
        body += entry[EntryParts.headBytes...]
        next += 1
        return isLast ? body : nil
    }

    private var expectation: String { "part \(next + 1) of \(count)" }
}

extension EntryParts {
    /// Whether an entry continues a group that began earlier: where no reading can start.
    package static func isContinuation(_ entry: [UInt8]) -> Bool {
        entry.count > 1 && entry[0] == EntryKind.part.rawValue && entry[1] > 0
    }
}
