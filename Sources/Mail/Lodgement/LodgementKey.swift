/// Under what a customer's lodgement is found again, so that lodging it twice makes one item.
package enum LodgementKey: Hashable, Sendable {
    /// The customer's own reference, unique per customer.
    case reference(String)
    /// A row without a reference: the SHA-256 of its file, in hexadecimal, and the row's number.
    case row(file: String, number: Int)

    package init?(_ text: String) {
        if text.hasPrefix("ref:") {
            self = .reference(String(text.dropFirst(4)))
            return
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "row", let number = Int(parts[2]) else { return nil }
        self = .row(file: String(parts[1]), number: number)
    }

    package var text: String {
        switch self {
        case .reference(let reference): "ref:" + reference
        case .row(let file, let number): "row:\(file):\(number)"
        }
    }
}
