package import Mail

/// What an office lets somebody do: frozen names, which acts are recorded under.
package enum Permission: String, Hashable, Sendable, CaseIterable {
    case itemLodge = "item.lodge"
    case itemRead = "item.read"
    case itemAmend = "item.amend"
    case itemCancel = "item.cancel"
    /// Takes an item into our hands: at the counter, or when it arrives.
    case itemAccept = "item.accept"
    case itemHold = "item.hold"
    case itemRelease = "item.release"
    case documentRead = "document.read"
    case draftSave = "draft.save"
    /// Makes an item of somebody's draft.
    case draftAccept = "draft.accept"
    case eventRead = "event.read"
    case webhookManage = "webhook.manage"
    case printUse = "print.use"
    case journalRead = "journal.read"
    /// Reads who did what and who was refused what.
    case actRead = "act.read"
    /// Reads what programs asked, and what came of it.
    case requestRead = "request.read"
    case keyManage = "key.manage"
    case staffManage = "staff.manage"
    case numbersLoad = "numbers.load"
    case ratesLoad = "rates.load"
    case settingsRead = "settings.read"
    case officeForget = "office.forget"
    /// Reads the lane plan, what is held and when it may go.
    case laneRead = "lane.read"
    /// Changes the lane plan, or proposes what takes a second person; lets a backlog go.
    case laneChange = "lane.change"
    /// Is the second person.
    case laneApprove = "lane.approve"
    /// Tells the public about lanes, and sees which senders were told.
    case advisoryPublish = "advisory.publish"
}

extension Role {
    /// The one table of who may do what.
    ///
    /// An admin makes accounts of every role, and so could do anything by way of another account;
    /// a table that pretended otherwise would only hide it from the record.
    package var permissions: Set<Permission> {
        switch self {
        case .shipper:
            [
                .itemLodge, .itemRead, .itemAmend, .itemCancel, .documentRead, .draftSave,
                .eventRead, .webhookManage, .requestRead,
            ]
        case .clerk:
            [
                .itemLodge, .itemRead, .itemAmend, .itemCancel, .itemAccept, .documentRead,
                .draftSave, .draftAccept, .eventRead, .printUse, .laneRead,
            ]
        case .exchange:
            [.itemRead, .itemAccept, .documentRead, .eventRead, .printUse, .laneRead]
        case .compliance:
            [
                .itemRead, .itemHold, .itemRelease, .documentRead, .eventRead, .journalRead,
                .actRead, .laneRead,
            ]
        case .commander:
            [
                .itemRead, .itemHold, .itemRelease, .eventRead, .journalRead, .actRead,
                .settingsRead, .laneRead, .laneChange, .laneApprove, .advisoryPublish,
            ]
        case .auditor:
            [
                .itemRead, .documentRead, .eventRead, .journalRead, .actRead, .requestRead,
                .settingsRead, .laneRead,
            ]
        case .admin: Set(Permission.allCases)
        }
    }
}
