import Ledger
package import Mail

/// Draws numbers, each once in an office's life.
///
/// The desk knows, for every series, the ranges that were loaded, the next number and the mark
/// below which it may draw. A mark is recorded before the first number above the last one is drawn,
/// so a crash, a restore or a rollback that skips to the largest mark can never draw one twice.
package struct NumberDesk: Sendable {
    /// How many numbers a mark reserves beyond what is needed at once.
    package static let reserve: UInt64 = 1000
    /// The same where a mark must first reach a vault: some seconds of the busiest work, so that
    /// the next mark is there long before it is needed.
    package static let vaultedReserve: UInt64 = 10_000

    package enum Refusal: Error, Hashable, Sendable {
        /// No range was ever loaded for the product's series.
        case noRange(ServiceLetter)
        case exhausted(NumberSeries)

        package struct ServiceLetter: Hashable, Sendable {
            package let letter: Character
        }
    }

    private struct Shelf: Sendable {
        var next: UInt64
        var before: UInt64
        var ranges: [NumberRange]
        /// Below this a mark is known to be where it must be.
        var safe: UInt64
        /// Marks that are recorded, with the index after their entries, oldest first.
        var pending: [(before: UInt64, end: UInt64)] = []
    }

    private var shelves: [NumberSeries: Shelf]
    /// Whether a mark counts only in a vault in other hands.
    private let isVaulting: Bool

    /// Numbers as the ledger has them.
    ///
    /// `vaulting` is the index before which all marks were recorded, where they must first be found
    /// in a vault in other hands.
    init(_ rows: [NumberRow], vaulting end: UInt64? = nil) {
        isVaulting = end != nil
        shelves = [:]
        for row in rows {
            shelves[row.series] = Shelf(
                next: row.next,
                before: row.before,
                ranges: row.ranges,
                safe: end == nil ? row.before : row.next,
                pending: end.map { [(row.before, $0)] } ?? []
            )
        }
    }

    private var reserve: UInt64 { isVaulting ? Self.vaultedReserve : Self.reserve }

    /// The series a product draws from: the first one loaded, by indicator, that still has numbers.
    package func series(for product: Product, hasDeclaration: Bool) throws(Refusal) -> NumberSeries
    {
        guard hasDeclaration || product.isAlwaysNumbered else { return .office }
        let letter = product.serviceLetter
        let candidates = shelves.keys.sorted()
            .filter {
                if case .s10(let service, _) = $0 { service.text.first == letter } else { false }
            }
        guard let last = candidates.last else {
            throw .noRange(Refusal.ServiceLetter(letter: letter))
        }
        return candidates.first { remaining($0) > 0 } ?? last
    }

    /// How many numbers of the series are left.
    package func remaining(_ series: NumberSeries) -> UInt64 {
        guard let shelf = shelves[series] else { return 0 }
        return shelf.ranges.reduce(0) { sum, range in
            shelf.next > range.last ? sum : sum + range.last - max(range.first, shelf.next) + 1
        }
    }

    /// How many numbers the series had.
    package func capacity(_ series: NumberSeries) -> UInt64 {
        (shelves[series]?.ranges ?? []).reduce(0) { $0 + $1.last - $1.first + 1 }
    }

    package var allSeries: [NumberSeries] { shelves.keys.sorted() }

    /// Fewer left than a twentieth of what was loaded.
    package func isLow(_ series: NumberSeries) -> Bool {
        remaining(series) < capacity(series) / 20
    }

    /// The mark that must be recorded before so many numbers of the series are drawn, if any.
    package func mark(for count: UInt64, of series: NumberSeries) -> NumberMark? {
        guard let shelf = shelves[series] else { return nil }
        // Where a mark takes a while to count, the next one is asked for at half time.
        let needed = isVaulting ? count + reserve / 2 : count
        let end = Self.end(after: needed, from: shelf)
        guard end > shelf.before else { return nil }
        return NumberMark(series: series, before: Self.end(after: count + reserve, from: shelf))
    }

    /// The mark is durable here; `end` is the index after its entry.
    package mutating func recorded(_ mark: NumberMark, before end: UInt64 = 0) {
        guard var shelf = shelves[mark.series] else { return }
        shelf.before = max(shelf.before, mark.before)
        if isVaulting {
            shelf.pending.append((mark.before, end))
        } else {
            shelf.safe = shelf.before
        }
        shelves[mark.series] = shelf
    }

    /// The index before which everything must be in a vault before the next number is drawn, if the
    /// number lies above what is known to be there.
    package func mustBeVaulted(_ series: NumberSeries) -> UInt64? {
        guard let shelf = shelves[series] else { return nil }
        let end = Self.end(after: 1, from: shelf)
        guard end > shelf.safe else { return nil }
        return shelf.pending.first { $0.before >= end }?.end
    }

    /// Everything before that index is in a vault in other hands.
    package mutating func vaulted(before end: UInt64) {
        for (series, var shelf) in shelves {
            for mark in shelf.pending where mark.end <= end {
                shelf.safe = max(shelf.safe, mark.before)
            }
            shelf.pending.removeAll { $0.end <= end }
            shelves[series] = shelf
        }
    }

    /// - Precondition: the mark that ``mark(for:of:)`` asked for was recorded.
    package mutating func draw(_ series: NumberSeries) throws(Refusal) -> ItemID {
        guard let shelf = shelves[series],
            let range = shelf.ranges.first(where: { shelf.next <= $0.last })
        else { throw .exhausted(series) }
        let number = max(shelf.next, range.first)
        precondition(
            number < shelf.safe,
            "\(series.text) \(number) lies below its mark \(shelf.safe)"
        )
        shelves[series]?.next = number + 1
        guard let id = series.item(number) else { throw .exhausted(series) }
        return id
    }

    /// One past the number that is drawn as the count-th from here, across the gaps of ranges.
    private static func end(after count: UInt64, from shelf: Shelf) -> UInt64 {
        var left = count
        var end = shelf.next
        for range in shelf.ranges where shelf.next <= range.last && left > 0 {
            let first = max(range.first, shelf.next)
            let taken = min(left, range.last - first + 1)
            end = first + taken
            left -= taken
        }
        return end
    }
}
