import Ledger
import Mail

/// Which requests were seen while one segment is put together.
///
/// A key that comes again with the same body is the same request, and finds what it made; with
/// another body it is refused.
struct RequestBook {
    private struct Name: Hashable {
        let author: Author
        let key: String
    }

    private var seen: [Name: String] = [:]
    /// Whether history before the ledger's first entry is still being fetched.
    private let isPartial: Bool

    init(isPartial: Bool) {
        self.isPartial = isPartial
    }

    mutating func refusal(
        _ results: [CheckStep.Result],
        _ ledger: LedgerStore
    ) throws -> DeskRefusal? {
        if isPartial, try liesInHistory(results, ledger) { return .notYetBack }
        guard let request = results.first?.lodging.request, let key = request.key,
            let fingerprint = request.fingerprint
        else { return nil }
        let name = Name(author: request.author, key: key)
        let before = try seen[name] ?? ledger.request(request.author, key: key)?.fingerprint
        if let before, before != fingerprint { return .requestReused }
        seen[name] = fingerprint
        return nil
    }

    /// Whether one of them was lodged lately, and its item is not back yet: to lodge it again would
    /// make a second item.
    private func liesInHistory(
        _ results: [CheckStep.Result],
        _ ledger: LedgerStore
    ) throws -> Bool {
        for result in results {
            let (customer, key) = (result.lodging.lodgement.customer ?? "", result.lodging.key)
            if try ledger.item(customer: customer, key: key) == nil,
                try ledger.recentItem(customer: customer, key: key) != nil
            {
                return true
            }
        }
        return false
    }
}
