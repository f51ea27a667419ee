package import Mail
import Synchronization

/// What was lodged since the start, by channel and outcome: figures for whoever watches.
package final class LodgeTally: Sendable {
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case lodged
        case held
        case replayed
        case refused
    }

    package struct Row: Hashable, Sendable {
        package let channel: Channel
        package let outcome: Outcome
    }

    private let counts = Mutex<[Row: UInt64]>([:])

    package init() {}

    package var rows: [Row: UInt64] { counts.withLock(\.self) }

    func add(_ outcomes: some Sequence<(Channel, LodgeOutcome)>) {
        counts.withLock { counts in
            for (channel, outcome) in outcomes {
                counts[Row(channel: channel, outcome: Outcome(outcome)), default: 0] += 1
            }
        }
    }
}

extension LodgeTally.Outcome {
    fileprivate init(_ outcome: LodgeOutcome) {
        switch outcome {
        case .lodged(let item): self = item.record.state == .held ? .held : .lodged
        case .replayed: self = .replayed
        case .refused: self = .refused
        }
    }
}
