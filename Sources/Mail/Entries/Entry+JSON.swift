extension Entry {
    /// The canonical bytes that are recorded.
    package var bytes: [UInt8] { CanonicalJSON.write(json) }

    private var json: JSONValue {
        switch self {
        case .officeEstablished(let profile, let at):
            .kind(
                "office-established",
                [("at", .integer(at.milliseconds)), ("office", profile.json)]
            )
        case .editionAdopted(let edition, let at):
            .kind(
                "edition-adopted",
                [("at", .integer(at.milliseconds)), ("edition", .string(edition))]
            )
        case .numbersLoaded(let range, let at):
            .kind(
                "numbers-loaded",
                [
                    ("at", .integer(at.milliseconds)), ("first", .integer(range.first)),
                    ("last", .integer(range.last)), ("series", .string(range.series.text)),
                ]
            )
        case .numbersReserved(let mark):
            .kind(
                "numbers-reserved",
                [("before", .integer(mark.before)), ("series", .string(mark.series.text))]
            )
        case .sdrRateLoaded(let rate):
            .kind(
                "sdr-rate-loaded",
                [
                    ("currency", .string(rate.currency.code)), ("day", .string(rate.day.text)),
                    ("perSDR", .string(rate.perSDR)), ("source", .string(rate.source)),
                ]
            )
        case .itemLodged(let record): .kind("item-lodged", record.members)
        case .documentsIssued(let issued):
            .kind(
                "documents-issued",
                [
                    (
                        "digests",
                        .members(
                            DocumentKind.allCases.map { ($0.rawValue, .text(issued.digests[$0])) }
                        )
                    ),
                    ("item", .string(issued.item.text)),
                ]
            )
        case .documentsReprinted(let reprinted):
            .kind(
                "documents-reprinted",
                [
                    ("at", .integer(reprinted.at.milliseconds)),
                    ("item", .string(reprinted.item.text)),
                    ("kinds", .array(reprinted.kinds.map { .string($0.rawValue) })),
                ]
            )
        case .itemMoved(let move): .kind("item-moved", move.members)
        case .itemAmended(let amendment): .kind("item-amended", amendment.members)
        case .draftSaved(let draft): .kind("draft-saved", draft.members)
        case .draftDropped(let dropped): .kind("draft-dropped", dropped.members)
        case .accessKeyAdded(let key): .kind("access-key-added", key.members)
        case .accessKeyRevoked(let revoked): .kind("access-key-revoked", revoked.members)
        case .staffChanged(let account): .kind("staff-changed", account.members)
        case .acted(let act): .kind("acted", act.members)
        case .webhookChanged(let webhook): .kind("webhook-changed", webhook.members)
        case .promiseChanged(let change): .kind("promise-changed", change.members)
        case .officeResumed(let resumed): .kind("office-resumed", resumed.members)
        case .lanePlanChanged(let change): .kind("lane-plan-changed", change.members)
        case .laneChangeProposed(let proposal): .kind("lane-change-proposed", proposal.members)
        case .lanePlanSaved(let saved): .kind("lane-plan-saved", saved.members)
        case .releasePlanned(let plan): .kind("release-planned", plan.members)
        case .releaseStopped(let stopped): .kind("release-stopped", stopped.members)
        case .capacitySet(let day): .kind("capacity-set", day.members)
        case .laneProposalCancelled(let cancelled):
            .kind("lane-proposal-cancelled", cancelled.members)
        case .itemsFound(let found): .kind("items-found", found.members)
        case .foundTriaged(let triaged): .kind("found-triaged", triaged.members)
        case .advisoryPublished(let advisory): .kind("advisory-published", advisory.members)
        case .advisoryEnded(let ended): .kind("advisory-ended", ended.members)
        case .senderTold(let told): .kind("sender-told", told.members)
        case .advisoryTold(let told): .kind("advisory-told", told.members)
        }
    }
}

extension JSONValue {
    fileprivate static func kind(_ kind: String, _ members: [(String, JSONValue?)]) -> JSONValue {
        .members(members + [("kind", .string(kind))])
    }
}

extension OfficeProfile {
    fileprivate var json: JSONValue {
        .members([
            ("country", .string(country.code)), ("language", .string(language.rawValue)),
            ("mode", .string(mode.rawValue)), ("operator", .string(operatorName)),
        ])
    }
}

extension ItemRecord {
    var members: [(String, JSONValue?)] {
        [
            ("channel", .string(channel.rawValue)),
            ("copies", copies == 1 ? nil : .integer(copies)), ("edition", .string(edition)),
            ("form", .string(decision.form.rawValue)), ("item", .string(id.text)),
            ("key", .string(key.text)),
            ("label", label == .mm100x150 ? nil : .string(label.rawValue)), ("lane", use?.json),
            ("lodgedAt", .integer(lodgedAt.milliseconds)),
            ("lodgement", lodgement.json),
            ("office", office.json), ("reason", .string(decision.reason.rawValue)),
            ("request", request?.json),
            ("state", .string(state.rawValue)),
            ("warnings", warnings.isEmpty ? nil : .array(warnings.map(\.recorded))),
        ]
    }
}

extension Finding {
    /// Code, severity, pointer and details, without the words that a language gives them.
    package var recorded: JSONValue {
        .members([
            ("code", .string(code.rawValue)),
            (
                "details",
                details.isEmpty
                    ? nil
                    : .object(
                        details.sorted { $0.key < $1.key }
                            .map {
                                JSONValue.Member($0.key, .string($0.value))
                            }
                    )
            ),
            ("pointer", .string(pointer)), ("severity", .string(severity.rawValue)),
        ])
    }
}
