/// What the journal says about its epochs: the fold of its control records.
package struct EpochTable: Hashable, Sendable {
    package private(set) var opened: [EpochKeyID: Epoch] = [:]
    package private(set) var forgotten: Set<Epoch> = []
    /// The key that each epoch opened last: the one to seal with.
    package private(set) var current: [Epoch: EpochKeyID] = [:]

    /// The newest month that any class has opened: no epoch before it is opened any more.
    package private(set) var newestMonth: CalendarMonth?

    package init() {}

    /// The records that made it, in order; folding one again changes nothing.
    package private(set) var records: [ControlRecord] = []

    /// The fold of control records, a line of canonical JSON each.
    package init(lines: some Sequence<ArraySlice<UInt8>>) throws(RecordFlaw) {
        for line in lines { apply(try ControlRecord(json: line)) }
    }

    /// The records that made it, a line of canonical JSON each.
    package var lines: [UInt8] {
        records.reduce(into: []) { $0 += $1.json + [UInt8(ascii: "\n")] }
    }

    package mutating func apply(_ record: ControlRecord) {
        switch record {
        case .epochOpened, .epochForgotten: break
        default: return
        }
        guard !records.contains(record) else { return }
        records.append(record)
        switch record {
        case .epochOpened(let epoch, let key, _):
            opened[key] = epoch
            current[epoch] = key
            newestMonth = max(newestMonth ?? epoch.month, epoch.month)
        case .epochForgotten(let epoch, _, _, _): forgotten.insert(epoch)
        default: break
        }
    }

    package func isForgotten(_ id: EpochKeyID) -> Bool {
        opened[id].map(forgotten.contains) ?? false
    }

    /// The ids of all keys that an epoch has had, sorted by their text.
    package func keys(of epoch: Epoch) -> [EpochKeyID] {
        opened.filter { $0.value == epoch }.keys.sorted { "\($0)" < "\($1)" }
    }
}
