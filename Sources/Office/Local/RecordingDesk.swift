package import Ledger
package import Mail

/// Who records what a command does: the office opened by it, or the office that is served.
package protocol RecordingDesk: ~Copyable {
    /// What is posted so far; read only.
    var ledger: LedgerStore { get }

    var profile: OfficeProfile { get }

    /// Records what was checked; one outcome for each, in their order.
    mutating func lodge(
        _ results: [CheckStep.Result],
        at now: Moment
    ) async throws
        -> [LodgeOutcome]

    /// Records entries that are decided already.
    mutating func record(_ entries: [Entry], at now: Moment) async throws
}

extension RecordingDesk where Self: ~Copyable {
    /// What is left of every series.
    package var numbersLeft: [NumberReport] {
        get throws { NumberDesk(try ledger.numbers()).reports }
    }
}

extension OfficeDesk: RecordingDesk {}
