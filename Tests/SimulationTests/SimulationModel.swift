import Synchronization

@testable import Journal

/// What callers were promised, kept apart from the journal that made the promises.
final class SimulationModel: Sendable {
    /// What went wrong, in the checker's eyes.
    struct Broken: Error, CustomStringConvertible {
        var description: String
    }

    private struct State: Sendable {
        var next = 0
        /// By index.
        var acknowledged: [UInt64: [UInt8]] = [:]
        /// The largest checkpoint that anyone saw.
        var published: Checkpoint?
        /// The root that each published size had.
        var roots: [UInt64: Digest] = [:]
    }

    private let state = Mutex(State())

    /// Entries that name their submission, so that half a submission is seen.
    func makeEntries(_ count: Int, fill: Int) -> [[UInt8]] {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        return (0..<count)
            .map { position in
                let name = "\(number)/\(position)/\(count)/"
                return Array(name.utf8) + [UInt8](repeating: UInt8(number & 0x7F), count: fill)
            }
    }

    func acknowledge(_ entries: [[UInt8]], at range: Range<EntryIndex>) {
        state.withLock { state in
            for (offset, entry) in entries.enumerated() {
                state.acknowledged[range.lowerBound.value + UInt64(offset)] = entry
            }
        }
    }

    var published: Checkpoint? { state.withLock(\.published) }

    /// A larger tree, or the same, is all that may ever be published.
    func publish(_ checkpoint: Checkpoint) throws(Broken) {
        try state.withLock { (state) throws(Broken) in
            if let last = state.published, checkpoint.size < last.size {
                throw Broken(description: "published \(checkpoint.size) after \(last.size)")
            }
            if let root = state.roots[checkpoint.size.count], root != checkpoint.root {
                throw Broken(description: "published two roots at \(checkpoint.size)")
            }
            state.roots[checkpoint.size.count] = checkpoint.root
            state.published = checkpoint
        }
    }

    /// A disk that lies may lose what only it had: the model forgets it as well.
    func forget(from size: TreeSize) {
        state.withLock { state in
            state.acknowledged = state.acknowledged.filter { $0.key < size.count }
        }
    }

    /// Everything acknowledged is there, and nothing is there that nobody submitted.
    func compare(_ entries: [[UInt8]]) throws(Broken) {
        let acknowledged = state.withLock(\.acknowledged)
        for (index, entry) in acknowledged {
            guard index < entries.count else {
                throw Broken(description: "entry \(index) is lost, the size is \(entries.count)")
            }
            guard entries[Int(index)] == entry else {
                throw Broken(description: "entry \(index) is another one")
            }
        }
        try wholeSubmissions(entries)
    }

    /// Every tree that was published is the beginning of this one.
    func compareTrees(_ entries: [[UInt8]]) throws(Broken) {
        let roots = state.withLock(\.roots)
        var frontier = Frontier()
        for entry in entries {
            if let root = roots[frontier.size.count], root != frontier.root {
                throw Broken(description: "the tree of \(frontier.size) has another root now")
            }
            frontier.append(TreeHash.leaf(entry))
        }
    }

    private func wholeSubmissions(_ entries: [[UInt8]]) throws(Broken) {
        var expected = (number: 0, position: 0, count: 0)
        var seen: Set<Int> = []
        for (index, entry) in entries.enumerated() {
            let parts = entry.split(separator: UInt8(ascii: "/"), maxSplits: 3)
                .prefix(3).map { Int(String(decoding: $0, as: UTF8.self)) }
            guard parts.count == 3, let number = parts[0], let position = parts[1],
                let count = parts[2]
            else { throw Broken(description: "entry \(index) was never submitted") }
            if expected.position == expected.count {
                guard position == 0, seen.insert(number).inserted else {
                    throw Broken(description: "entry \(index) is half or twice there")
                }
            } else if number != expected.number || position != expected.position {
                throw Broken(description: "entry \(index) breaks into a submission")
            }
            expected = (number, position + 1, count)
        }
        guard expected.position == expected.count else {
            throw Broken(description: "the last submission is there in part")
        }
    }
}
