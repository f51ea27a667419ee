import Ledger
import Office

/// The lane plan, what waits, what caps have used: whatever is recorded may change them.
struct LanesTopic: LiveTopic {
    static let name = "lanes"

    var permission: Permission { .laneRead }
    var rhythm: LiveRhythm { .recorded }
    /// People act by the board: it is never older than a second.
    var rest: Duration { .milliseconds(400) }
    var settle: Int { 50 }

    func version(_ office: ServedOffice, for caller: Caller) throws -> UInt64 {
        guard caller.customer == nil else { throw WebRefusal.notPermitted(permission) }
        return try office.ledger.position()
    }
}
