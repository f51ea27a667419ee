package import Ledger
package import Mail

/// The public notices that lane rules may name: which of them there are, and when each says more.
package struct LaneNotices: Hashable, Sendable {
    /// The moment of the next update, or nothing, by name.
    private let promises: [String: Moment?]

    package static let none = LaneNotices([])

    package init(_ advisories: [AdvisoryHistory]) {
        promises = Dictionary(
            advisories.filter { $0.ended == nil }.map { ($0.name.text, $0.promised) }
        ) { $1 }
    }

    package init(_ ledger: LedgerStore) throws {
        self.init(try ledger.advisories())
    }

    /// What a finding says of the notice beside its name; nothing of one that nobody published.
    func details(_ name: String?) -> [String: String] {
        guard let name, let promise = promises[name] else { return [:] }
        var details = ["notice": "/status/advisories/" + name]
        details["update"] = promise?.text
        return details
    }
}
