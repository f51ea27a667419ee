import Ledger
import Office

/// Who did, or was refused, what not everybody may do.
struct ActsTopic: LiveTopic {
    static let name = "acts"

    var permission: Permission { .actRead }
    var rhythm: LiveRhythm { .recorded }

    func version(_ office: ServedOffice, for caller: Caller) throws -> UInt64 {
        try office.ledger.acts(limit: 1).first?.entry ?? 0
    }
}
