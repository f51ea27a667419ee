import Journal
import Mail

/// How much of a restored office's history is back, while some of it is not.
package struct HistoryGap: Hashable, Sendable {
    package let back: UInt64
    package let total: UInt64
    package let text: String

    init(_ progress: HistoryProgress) {
        back = progress.back
        total = progress.total
        text = progress.text
    }

    func finding(_ code: FindingCode, _ details: [String: String] = [:]) -> Finding {
        let numbers = ["back": String(back), "total": String(total)]
        return Finding(code, at: "/reference", details.merging(numbers) { own, _ in own })
    }
}

extension LodgementKey {
    /// The warning on an item whose key may have made another one in history that is not back.
    ///
    /// Documents must go out now, so it is recorded all the same, and says so for ever. A key that
    /// was made by chance can have made nothing before.
    func doubt(_ gap: HistoryGap) -> [Finding] {
        switch self {
        case .once, .draft: []
        case .reference, .row, .request: [gap.finding(.historyIncomplete)]
        }
    }
}

extension ServedOffice {
    /// Reads the journal; what lies in history that is on its way is refused as such.
    func reading<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let fault as JournalFault where fault.code == .notYetBack {
            guard let gap = try book.history() else { throw fault }
            throw DeskRefusal.notYetBack(gap)
        }
    }
}
