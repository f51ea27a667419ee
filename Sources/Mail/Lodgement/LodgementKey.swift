/// Under what a customer's lodgement is found again, so that lodging it twice makes one item.
package enum LodgementKey: Hashable, Sendable {
    /// The customer's own reference, unique per customer.
    case reference(String)
    /// A row without a reference: the SHA-256 of its file, in hexadecimal, and the row's number.
    case row(file: String, number: Int)
    /// A request without a reference: its `Idempotency-Key`, and the item's place in it.
    case request(String, number: Int)
    /// A lodgement without either: random hexadecimal, which nobody can lodge twice.
    case once(String)
    /// A draft without a reference, which can be bound once.
    case draft(DraftCode)

    package init?(_ text: String) {
        if text.hasPrefix("ref:") {
            self = .reference(String(text.dropFirst(4)))
            return
        }
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("row", 3):
            guard let number = Int(parts[2]) else { return nil }
            self = .row(file: String(parts[1]), number: number)
        case ("req", 3):
            guard let number = Int(parts[1]) else { return nil }
            self = .request(String(parts[2]), number: number)
        case ("once", 2): self = .once(String(parts[1]))
        case ("draft", 2):
            guard let code = DraftCode(String(parts[1])) else { return nil }
            self = .draft(code)
        default: return nil
        }
    }

    package var text: String {
        switch self {
        case .reference(let reference): "ref:" + reference
        case .row(let file, let number): "row:\(file):\(number)"
        case .request(let key, let number): "req:\(number):\(key)"
        case .once(let random): "once:" + random
        case .draft(let code): "draft:" + code.text
        }
    }
}
