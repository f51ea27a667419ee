import FoundationEssentials
import Ledger
import Mail
import Rules

/// What is to become of each lodging of one call, decided before anything is recorded.
///
/// A customer's key names one item for ever: the same content again is that item, other content is
/// refused. What is refused does not use up its key.
struct LodgePlan {
    private enum Decision {
        case record
        case recorded(RecordedItem)
        /// Lodged in an earlier call: the entry to read.
        case known(ItemRow)
        /// The same as an earlier lodging of this call.
        case sameAs(Int)
        case refused([Finding])
    }

    private let results: [CheckStep.Result]
    private var decisions: [Decision] = []

    /// `recent` are the items that keys made lately and that are not back yet, `gap` what is back;
    /// neither where all is here.
    init(
        _ results: [CheckStep.Result],
        known: [ItemRow?],
        recent: [ItemID?] = [],
        _ gap: HistoryGap? = nil
    ) {
        self.results = results
        var first: [Key: Int] = [:]
        for (index, result) in results.enumerated() {
            let key = Key(
                customer: result.lodging.lodgement.customer ?? "",
                key: result.lodging.key
            )
            var decision = Self.decide(result, known[index], first[key], results)
            if case .record = decision, let gap, let item = recent[index] {
                decision = .refused([gap.finding(.notYetBack, ["item": item.text])])
            }
            if case .record = decision { first[key] = index }
            decisions.append(decision)
        }
    }

    private struct Key: Hashable {
        let customer: String
        let key: LodgementKey
    }

    private static func decide(
        _ result: CheckStep.Result,
        _ known: ItemRow?,
        _ first: Int?,
        _ results: [CheckStep.Result]
    ) -> Decision {
        if let known {
            return known.digest == result.digest
                ? .known(known)
                : .refused([reused(result, as: known.id.text)])
        }
        if let first {
            return results[first].digest == result.digest
                ? .sameAs(first) : .refused([reused(result, as: "")])
        }
        if case .refused(let report) = result.outcome { return .refused(report.findings) }
        return .record
    }

    static func reused(_ result: CheckStep.Result, as item: String) -> Finding {
        let reference = result.lodging.lodgement.reference ?? result.lodging.key.text
        return Finding(.referenceReused, at: "/reference", ["reference": reference, "item": item])
    }

    var toRecord: [Int] {
        decisions.indices.filter { if case .record = decisions[$0] { true } else { false } }
    }

    mutating func refuse(_ index: Int, _ findings: [Finding]) {
        decisions[index] = .refused(findings)
    }

    mutating func recorded(_ index: Int, _ item: RecordedItem) {
        decisions[index] = .recorded(item)
    }

    /// The outcomes, with what was lodged before read from the journal.
    func outcomes(reading book: EntryBook) async throws -> [LodgeOutcome] {
        let entries = decisions.compactMap {
            if case .known(let row) = $0 { row.entry } else { nil }
        }
        let read = try await book.records(at: entries)
        return decisions.map { decision in
            switch decision {
            case .record: preconditionFailure("every lodging to record was recorded or refused")
            case .recorded(let item): .lodged(item)
            case .known(let row): Self.replay(row, read[row.entry])
            case .refused(let findings): .refused(findings)
            case .sameAs(let first):
                switch decisions[first] {
                case .recorded(let item): .replayed(item)
                case .refused(let findings): .refused(findings)
                default: preconditionFailure("the first of a key was recorded or refused")
                }
            }
        }
    }

    private static func replay(_ row: ItemRow, _ record: ItemRecord?) -> LodgeOutcome {
        guard let record else {
            // Its month was forgotten: the number exists, what it stood for is erased.
            return .refused([Finding(.referenceReused, at: "/reference", ["item": ""])])
        }
        return .replayed(RecordedItem(record: record, row: row))
    }
}
