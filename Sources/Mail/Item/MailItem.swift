/// An item as the office understands it: every field typed, nothing left to doubt.
///
/// Made from a ``Lodgement`` by ``init(_:)``, which never guesses: what the rules accepted converts,
/// and what converts once converts the same way for ever, so a recorded lodgement gives the same
/// documents in any year.
package struct MailItem: Hashable, Sendable {
    package let product: Product
    package let senderKind: SenderKind
    package let sender: Party
    package let addressee: Party
    package let grossWeight: Weight
    package let size: Dimensions?
    /// Nothing for pure correspondence.
    package let declaration: Declaration?
    package let postage: Money?
    package let insuredValue: Money?
    package let dutiesPaidBy: DutiesPayer?
    package let onNonDelivery: NonDelivery?
    package let importer: Importer?
    package let reference: String?
    package let senderReference: String?
    /// The day of posting as stated, `YYYY-MM-DD`.
    package let postingDate: CalendarDay?
}

/// Whether the sender acts in the course of a business: then the item is a commercial one.
package enum SenderKind: String, Hashable, Sendable, CaseIterable {
    case `private`
    case business
}

/// Who is charged what the destination's customs ask.
package enum DutiesPayer: String, Hashable, Sendable, CaseIterable {
    case sender
    case addressee
}

/// What the sender wants done with an item that cannot be delivered (CP 71).
package enum NonDelivery: String, Hashable, Sendable, CaseIterable {
    case `return`
    case abandon
    case redirect
}
