package import Mail

extension Entry {
    /// That somebody did what not everybody may do; the act is named by the permission for it.
    package static func done(
        _ permission: Permission,
        to object: String?,
        _ reason: String? = nil,
        by author: Author,
        at now: Moment
    ) -> Entry {
        .acted(
            Act(
                by: author,
                name: permission.rawValue,
                outcome: .done,
                object: object,
                reason: reason,
                at: now
            )
        )
    }
}

extension ItemState {
    /// What one must be permitted to move an item there, where anybody may ask for it.
    package var permission: Permission? {
        switch self {
        case .accepted: .itemAccept
        case .held: .itemHold
        case .released: .itemRelease
        case .cancelled: .itemCancel
        case .draft, .lodged, .despatched: nil
        }
    }
}
