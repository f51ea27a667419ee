package import Mail
import Rules

/// What became of a file, in counts.
package struct LodgeSummary: Sendable {
    /// How the file is written back.
    package let layout: ResultLayout
    package private(set) var lodged = 0
    package private(set) var held = 0
    package private(set) var refused = 0
    /// Of those lodged or held, how many had been lodged before.
    package private(set) var replayed = 0
    package private(set) var refusals: [FindingCode: Int] = [:]
    package var notes: [IntakeNote] = []
    /// Stopped before the end of the file, at somebody's wish.
    package var isStopped = false

    package init(layout: ResultLayout) {
        self.layout = layout
    }

    package var items: Int { lodged + held + refused }

    /// Whether nothing was lodged, and nothing is wrong but where it goes.
    package var isRefusedByLaneAlone: Bool {
        lodged + held == 0 && refused > 0 && refusals.keys.allSatisfy(\.isOfLane)
            && refusals.values.reduce(0, +) == refused
    }

    mutating func count(_ outcome: LodgeOutcome) {
        switch outcome {
        case .refused(let findings): count(findings)
        case .lodged(let item), .replayed(let item):
            if item.record.state == .held { held += 1 } else { lodged += 1 }
        }
        if case .replayed = outcome { replayed += 1 }
    }

    /// Counts an item by how it was answered elsewhere; `isHeld` is nothing for what was refused.
    package mutating func count(isHeld: Bool?, isReplay: Bool, refusal: FindingCode?) {
        switch isHeld {
        case true?: held += 1
        case false?: lodged += 1
        case nil:
            refused += 1
            if let refusal { refusals[refusal, default: 0] += 1 }
        }
        if isHeld != nil, isReplay { replayed += 1 }
    }

    mutating func count(_ rehearsed: RehearsedLodging) {
        if rehearsed.checked == nil {
            count(rehearsed.findings)
        } else if rehearsed.isHeld {
            held += 1
        } else {
            lodged += 1
        }
    }

    private mutating func count(_ findings: [Finding]) {
        refused += 1
        if let first = findings.first(where: { $0.severity == .refuse }) ?? findings.first {
            refusals[first.code, default: 0] += 1
        }
    }
}
