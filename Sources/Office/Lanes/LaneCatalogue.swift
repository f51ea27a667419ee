package import Ledger
package import Mail

/// Whole plans by name: ready-made ones, and the office's own.
package enum LaneCatalogue {
    /// The rules of the plan of that name.
    ///
    /// - Throws: ``LaneRefusal`` `planUnknown` or `capMissing`.
    package static func settings(
        _ name: String,
        perDay: Int?,
        _ ledger: LedgerStore
    ) throws -> [LaneSetting] {
        if let plan = ReadyMadePlan(rawValue: name) {
            guard plan != .everythingCapped || perDay ?? 0 >= 1 else {
                throw LaneRefusal.capMissing
            }
            return plan.settings(perDay: perDay ?? 1)
        }
        guard let saved = try ledger.savedLanePlans().first(where: { $0.name == name }) else {
            throw LaneRefusal.planUnknown(name)
        }
        return saved.settings
    }
}
