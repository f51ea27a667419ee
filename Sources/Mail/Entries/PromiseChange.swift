/// What an office promises when it answers that something is recorded (design.md §5).
package enum Promise: Hashable, Sendable {
    /// Durable on the office's own disk.
    case local
    /// Also in so many vaults in other hands.
    case vaulted(Int)

    /// Reads `local` or `vaulted(2)`; at most nine vaults.
    package init?(_ text: String) {
        if text == "local" {
            self = .local
            return
        }
        guard text.hasPrefix("vaulted("), text.hasSuffix(")"),
            let copies = Int(text.dropFirst(8).dropLast()), (1...9).contains(copies)
        else { return nil }
        self = .vaulted(copies)
    }

    package var text: String {
        switch self {
        case .local: "local"
        case .vaulted(let copies): "vaulted(\(copies))"
        }
    }

    /// How many vaults in other hands must have an entry before it is answered.
    package var copies: Int {
        switch self {
        case .local: 0
        case .vaulted(let copies): copies
        }
    }
}

/// That the office promises something else from now on.
///
/// Promising less takes two people.
package struct PromiseChange: Hashable, Sendable {
    package let to: Promise
    package let reason: String
    package let by: Author
    /// The second person, where the office promises less than before.
    package let approvedBy: Author?
    package let at: Moment

    package init(to: Promise, reason: String, by: Author, approvedBy: Author?, at: Moment) {
        self.to = to
        self.reason = reason
        self.by = by
        self.approvedBy = approvedBy
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("approvedBy", .text(approvedBy?.text)), ("at", .integer(at.milliseconds)),
            ("by", .string(by.text)), ("promise", .string(to.text)), ("reason", .string(reason)),
        ]
    }
}

extension EntryFields {
    func promiseChange() throws(Entry.Flaw) -> PromiseChange {
        PromiseChange(
            to: try value("promise") { Promise($0) },
            reason: try text("reason"),
            by: try value("by") { Author($0) },
            approvedBy: json["approvedBy"] == nil ? nil : try value("approvedBy") { Author($0) },
            at: try moment("at")
        )
    }
}
