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
    }

    private var shelves: [NumberSeries: Shelf]

    init(_ rows: [NumberRow]) {
        shelves = Dictionary(
            uniqueKeysWithValues: rows.map {
                ($0.series, Shelf(next: $0.next, before: $0.before, ranges: $0.ranges))
            }
        )
    }

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
        shelves[series, default: Shelf(next: 0, before: 0, ranges: [])].ranges
            .reduce(0) { $0 + $1.last - $1.first + 1 }
    }

    package var allSeries: [NumberSeries] { shelves.keys.sorted() }

    /// Fewer left than a twentieth of what was loaded.
    package func isLow(_ series: NumberSeries) -> Bool {
        remaining(series) < capacity(series) / 20
    }

    /// The mark that must be recorded before so many numbers of the series are drawn, if any.
    package func mark(for count: UInt64, of series: NumberSeries) -> NumberMark? {
        guard let shelf = shelves[series] else { return nil }
        let end = Self.end(after: count, from: shelf)
        guard end > shelf.before else { return nil }
        return NumberMark(
            series: series,
            before: Self.end(after: count + Self.reserve, from: shelf)
        )
    }

    /// The mark is durable: numbers below it may be drawn from now on.
    package mutating func recorded(_ mark: NumberMark) {
        guard let before = shelves[mark.series]?.before else { return }
        shelves[mark.series]?.before = max(before, mark.before)
    }

    /// - Precondition: the mark that ``mark(for:of:)`` asked for was recorded.
    package mutating func draw(_ series: NumberSeries) throws(Refusal) -> ItemID {
        guard let shelf = shelves[series],
            let range = shelf.ranges.first(where: { shelf.next <= $0.last })
        else { throw .exhausted(series) }
        let number = max(shelf.next, range.first)
        precondition(
            number < shelf.before,
            "\(series.text) \(number) lies below its mark \(shelf.before)"
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
