package import Ledger
package import Mail

/// The release plans, and how far each is: counted as items go, not by looking through queues.
package struct ReleaseList: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        case active
        case stopped
        case done
    }

    package struct Row: Hashable, Sendable {
        package let plan: ReleasePlan
        package let state: State
        /// How many items it was made of.
        package let planned: Int
        /// How many it has let go.
        package let released: Int
        package let releasedThisHour: Int

        /// What it has not let go; some of it may have gone another way.
        package var left: Int { max(0, planned - released) }

        package var json: JSONValue {
            .members([
                ("release", .string(plan.id)), ("lane", .string(plan.selector.text)),
                ("state", .string(state.rawValue)), ("perHour", .integer(plan.perHour)),
                ("closedToo", plan.closedToo ? .bool(true) : nil),
                ("items", .integer(planned)), ("released", .integer(released)),
                ("releasedThisHour", .integer(releasedThisHour)),
                ("reason", .string(plan.reason)), ("by", .string(plan.by.text)),
                ("approvedBy", .text(plan.approvedBy?.text)), ("at", .string(plan.at.text)),
            ])
        }
    }

    package let rows: [Row]

    package init(_ ledger: LedgerStore, _ calendar: OfficeCalendar, at now: Moment) throws {
        let hour = calendar.window(at: now).hour
        let active = Set(try ledger.releases().map(\.id))
        rows = try ledger.releases(all: true)
            .map { plan in
                let tally = try ledger.releaseTally(plan)
                let isDone = tally.released >= tally.planned
                return Row(
                    plan: plan,
                    state: !active.contains(plan.id) ? .stopped : isDone ? .done : .active,
                    planned: tally.planned,
                    released: tally.released,
                    releasedThisHour: try ledger.laneCount(plan.name, in: hour)
                )
            }
    }
}
