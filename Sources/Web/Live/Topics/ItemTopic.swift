import Ledger
import Mail
import Office

/// What happens to one item.
struct ItemTopic: LiveTopic {
    static let name = "item"

    let id: ItemID

    var object: String? { id.text }
    var permission: Permission { .itemRead }
    var rhythm: LiveRhythm { .recorded }

    func version(_ office: ServedOffice, for caller: Caller) throws -> UInt64 {
        guard let row = try office.ledger.item(id), caller.sees(row.customer) else {
            throw WebRefusal.notFound
        }
        return row.changed
    }
}
