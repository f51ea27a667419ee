import Journal
import Ledger
import Mail
import Office

/// What the journal alone says of the six weeks, counted by nobody who took part.
struct LanesRecount {
    struct Day {
        var lodged = 0
        var held = 0
        var released = 0
    }

    private(set) var days: [String: Day] = [:]
    private(set) var items = 0
    /// Items whose state is not what the plan of their moment says, found by a search through its
    /// rules.
    private(set) var againstPlan: [ItemID] = []
    private(set) var overCap = 0
    private(set) var onStrike = 0
    private(set) var told = LanesTold()

    private struct Window: Hashable {
        let lane: String
        let name: String
    }

    static func read(
        _ book: EntryBook,
        _ calendar: OfficeCalendar,
        _ ledger: LedgerStore
    ) async throws -> LanesRecount {
        var recount = LanesRecount()
        var used: [Window: Int] = [:]
        var plan = LanePlan.normal
        var caps: [Window: Int] = [:]
        let strikes = Set(try ledger.capacityDays().filter { $0.percent == 0 }.map(\.day.text))
        var cursor = try book.cursor(from: 0)
        while true {
            let batch = try await cursor.next(max: 512)
            if batch.isEmpty { break }
            for opened in batch {
                guard case .plain(let bytes, _) = opened.content else { continue }
                let entry = try Entry(bytes)
                recount.told.take(entry)
                switch entry {
                case .lanePlanChanged(let change): plan = plan.applying(change)
                case .itemLodged(let record):
                    recount.add(record, plan, calendar)
                    if let window = record.use?.window, let lane = record.use?.lane {
                        used[Window(lane: lane, name: window.day), default: 0] += 1
                        caps[Window(lane: lane, name: window.day)] = plan.perDay(of: lane)
                    }
                case .itemMoved(let move) where move.to == .released:
                    let day = calendar.window(at: move.at).day
                    recount.days[day, default: Day()].released += 1
                    if strikes.contains(day) { recount.onStrike += 1 }
                    if let use = move.use, let window = use.window {
                        used[Window(lane: use.lane, name: window.day), default: 0] += 1
                    }
                default: continue
                }
            }
        }
        recount.overCap = used.filter { $0.value > caps[$0.key] ?? .max }.count
        return recount
    }

    private mutating func add(
        _ record: ItemRecord,
        _ plan: LanePlan,
        _ calendar: OfficeCalendar
    ) {
        items += 1
        let day = calendar.window(at: record.lodgedAt).day
        let isHeld = record.state == .held
        if isHeld {
            days[day, default: Day()].held += 1
        } else {
            days[day, default: Day()].lodged += 1
        }
        let state = plan.speaking(of: record.lane, at: record.lodgedAt).first?.state ?? .open
        let isRight =
            switch state {
            case .open, .capped: !isHeld
            case .held, .diverted: isHeld
            case .closed: false
            }
        if !isRight { againstPlan.append(record.id) }
    }
}

extension LanePlan {
    /// The daily cap of a lane.
    fileprivate func perDay(of lane: String) -> Int? {
        for rule in rules where rule.selector.text == lane {
            if case .capped(let cap) = rule.state { return cap.perDay }
        }
        return nil
    }
}
