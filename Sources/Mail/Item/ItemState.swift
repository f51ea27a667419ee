/// Where an item stands.
///
/// `refused` is not a state of an item: what is refused has no number.
package enum ItemState: String, Hashable, Sendable, CaseIterable {
    case draft
    /// Numbered, not in our hands.
    case lodged
    /// In our hands: counter or acceptance scan.
    case accepted
    case held
    case released
    case despatched
    case cancelled

    /// The one table of legal moves.
    package static let moves: [ItemState: Set<ItemState>] = [
        .draft: [.lodged, .accepted, .held, .cancelled],
        .lodged: [.accepted, .held, .cancelled],
        .accepted: [.held, .despatched, .cancelled],
        .held: [.released, .cancelled],
        .released: [.held, .accepted, .despatched, .cancelled],
        .despatched: [],
        .cancelled: [],
    ]

    package func mayBecome(_ next: ItemState) -> Bool {
        Self.moves[self, default: []].contains(next)
    }
}

/// Whether an office's numbers and documents are real.
///
/// Test and live never share a number.
package enum Mode: String, Hashable, Sendable, CaseIterable {
    case test
    case live
}

/// The door a lodgement came through.
///
/// It comes from the door, never from the body.
package enum Channel: String, Hashable, Sendable, CaseIterable {
    case counter
    case web
    case api
    case file
}
