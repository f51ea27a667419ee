import Ledger
import Office

/// What happens to any item that the caller sees.
struct ItemsTopic: LiveTopic {
    static let name = "items"

    var permission: Permission { .itemRead }
    var rhythm: LiveRhythm { .recorded }

    func version(_ office: ServedOffice, for caller: Caller) throws -> UInt64 {
        try office.ledger.newestEvent() ?? 0
    }
}
