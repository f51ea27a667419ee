/// Everything that an office records, as a closed set.
///
/// The kinds' names and their members are frozen: a journal of any year must fold. What a kind
/// cannot say is a new kind.
package enum Entry: Hashable, Sendable {
    case officeEstablished(OfficeProfile, at: Moment)
    /// Documents of new items are set in the edition of that digest from now on.
    case editionAdopted(String, at: Moment)
    case numbersLoaded(NumberRange, at: Moment)
    case numbersReserved(NumberMark)
    case sdrRateLoaded(SDRRate)
    /// Kept apart, so that an entry is small to hand on.
    indirect case itemLodged(ItemRecord)
    case documentsIssued(DocumentsIssued)
    case documentsReprinted(DocumentsReprinted)
    case itemMoved(ItemMove)
    indirect case itemAmended(ItemAmendment)
    indirect case draftSaved(Draft)
    case draftDropped(DraftDropped)
    case accessKeyAdded(AccessKey)
    case accessKeyRevoked(AccessKeyRevoked)
    case staffChanged(StaffAccount)
    case acted(Act)
    case webhookChanged(Webhook)
    case promiseChanged(PromiseChange)
    case officeResumed(OfficeResumed)
    case lanePlanChanged(LanePlanChange)
    case laneChangeProposed(LaneProposal)
    case lanePlanSaved(LanePlanSaved)
    case releasePlanned(ReleasePlan)
    case releaseStopped(ReleaseStopped)
    case capacitySet(CapacityDay)
    case laneProposalCancelled(LaneProposalCancelled)
    case itemsFound(ItemsFound)
    case foundTriaged(FoundTriaged)
    indirect case advisoryPublished(Advisory)
    case advisoryEnded(AdvisoryEnded)
    case senderTold(SenderTold)
    case advisoryTold(AdvisoryTold)

    /// Whether the entry tells of persons: such entries are sealed under a key that is erased when
    /// their month is forgotten.
    package var isPersonal: Bool {
        switch self {
        case .officeEstablished, .editionAdopted, .numbersLoaded, .numbersReserved, .sdrRateLoaded,
            .accessKeyAdded, .accessKeyRevoked, .staffChanged, .acted, .webhookChanged,
            .promiseChanged, .officeResumed, .lanePlanChanged, .laneChangeProposed, .lanePlanSaved,
            .releasePlanned, .releaseStopped, .capacitySet, .laneProposalCancelled,
            .advisoryPublished, .advisoryEnded, .advisoryTold:
            false
        case .itemLodged, .documentsIssued, .documentsReprinted, .itemMoved, .itemAmended,
            .draftSaved, .draftDropped, .itemsFound, .foundTriaged, .senderTold:
            true
        }
    }
}
