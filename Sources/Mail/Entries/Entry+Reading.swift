extension Entry {
    /// Why bytes are not an entry of this release.
    package enum Flaw: Error, Hashable, Sendable {
        case notJSON(JSONFlaw)
        /// A kind that this release does not know: a newer one wrote it.
        case unknownKind(String)
        case malformed(kind: String, member: String)
    }

    /// Reads the canonical bytes of an entry.
    ///
    /// - Throws: ``Flaw`` naming the kind and the member.
    package init(_ bytes: [UInt8]) throws(Flaw) {
        let json: JSONValue
        do {
            json = try JSONReader.read(bytes)
        } catch {
            throw .notJSON(error)
        }
        guard let kind = json["kind"]?.text else { throw .malformed(kind: "", member: "kind") }
        let fields = EntryFields(kind: kind, json: json)
        switch kind {
        case "office-established":
            self = .officeEstablished(try fields.office(), at: try fields.moment("at"))
        case "edition-adopted":
            self = .editionAdopted(try fields.text("edition"), at: try fields.moment("at"))
        case "numbers-loaded":
            guard
                let range = NumberRange(
                    series: try fields.series(),
                    first: try fields.count("first"),
                    last: try fields.count("last")
                )
            else { throw .malformed(kind: kind, member: "last") }
            self = .numbersLoaded(range, at: try fields.moment("at"))
        case "numbers-reserved":
            self = .numbersReserved(
                NumberMark(series: try fields.series(), before: try fields.count("before"))
            )
        case "sdr-rate-loaded":
            self = .sdrRateLoaded(
                SDRRate(
                    currency: try fields.value("currency") { Currency($0) },
                    day: try fields.value("day") { CalendarDay($0) },
                    perSDR: try fields.text("perSDR"),
                    source: try fields.text("source")
                )
            )
        case "item-lodged": self = .itemLodged(try fields.itemRecord())
        case "documents-issued": self = .documentsIssued(try fields.documentsIssued())
        case "documents-reprinted":
            self = .documentsReprinted(
                DocumentsReprinted(
                    item: try fields.value("item") { ItemID($0) },
                    kinds: try fields.list("kinds") { $0.text.flatMap(DocumentKind.init) },
                    at: try fields.moment("at")
                )
            )
        case "item-moved": self = .itemMoved(try fields.itemMove())
        case "item-amended": self = .itemAmended(try fields.itemAmendment())
        case "draft-saved": self = .draftSaved(try fields.draft())
        case "draft-dropped": self = .draftDropped(try fields.draftDropped())
        case "access-key-added": self = .accessKeyAdded(try fields.accessKey())
        case "access-key-revoked": self = .accessKeyRevoked(try fields.accessKeyRevoked())
        case "staff-changed": self = .staffChanged(try fields.staffAccount())
        case "acted": self = .acted(try fields.act())
        case "webhook-changed": self = .webhookChanged(try fields.webhook())
        case "promise-changed": self = .promiseChanged(try fields.promiseChange())
        case "office-resumed": self = .officeResumed(try fields.officeResumed())
        default: self = try Self.ofLanes(fields)
        }
    }

    /// Entries about lanes, and what the public is told of them.
    private static func ofLanes(_ fields: EntryFields) throws(Flaw) -> Entry {
        switch fields.kind {
        case "lane-plan-changed": return .lanePlanChanged(try fields.lanePlanChange())
        case "lane-change-proposed": return .laneChangeProposed(try fields.laneProposal())
        case "lane-plan-saved": return .lanePlanSaved(try fields.lanePlanSaved())
        case "release-planned": return .releasePlanned(try fields.releasePlan())
        case "release-stopped": return .releaseStopped(try fields.releaseStopped())
        case "capacity-set": return .capacitySet(try fields.capacityDay())
        case "lane-proposal-cancelled":
            return .laneProposalCancelled(try fields.laneProposalCancelled())
        case "items-found": return .itemsFound(try fields.itemsFound())
        case "found-triaged": return .foundTriaged(try fields.foundTriaged())
        case "advisory-published": return .advisoryPublished(try fields.advisory())
        case "advisory-ended": return .advisoryEnded(try fields.advisoryEnded())
        case "sender-told": return .senderTold(try fields.senderTold())
        case "advisory-told": return .advisoryTold(try fields.advisoryTold())
        default: throw .unknownKind(fields.kind)
        }
    }
}

extension EntryFields {
    func office() throws(Entry.Flaw) -> OfficeProfile {
        guard let json = json["office"] else { throw flaw("office") }
        let fields = EntryFields(kind: kind, json: json)
        return OfficeProfile(
            operatorName: try fields.text("operator"),
            country: try fields.value("country") { Country($0) },
            language: try fields.code("language"),
            mode: try fields.code("mode")
        )
    }

    func itemRecord() throws(Entry.Flaw) -> ItemRecord {
        guard let lodgementJSON = json["lodgement"] else { throw flaw("lodgement") }
        let (lodgement, findings) = LodgementReader.read(lodgementJSON)
        guard findings.isEmpty else { throw flaw("lodgement" + findings[0].pointer) }
        do {
            return try ItemRecord(
                id: try value("item") { ItemID($0) },
                channel: try code("channel"),
                state: try code("state"),
                office: try office(),
                edition: try text("edition"),
                key: try value("key") { LodgementKey($0) },
                lodgement: lodgement,
                decision: FormDecision(form: try code("form"), reason: try code("reason")),
                copies: json["copies"]?.wholeNumber ?? 1,
                label: json["label"] == nil ? .mm100x150 : try code("label"),
                warnings: json["warnings"] == nil
                    ? [] : try list("warnings", Finding.init(recorded:)),
                request: try lodgeRequest(),
                use: try laneUse(),
                lodgedAt: try moment("lodgedAt")
            )
        } catch let error as MailItem.Flaw {
            throw flaw("lodgement" + error.pointer)
        } catch let error as Entry.Flaw {
            throw error
        } catch {
            throw flaw("lodgement")
        }
    }

    func documentsIssued() throws(Entry.Flaw) -> DocumentsIssued {
        guard case .object(let members)? = json["digests"] else { throw flaw("digests") }
        var digests: [DocumentKind: String] = [:]
        for member in members {
            guard let kind = DocumentKind(rawValue: member.name), let digest = member.value.text
            else { throw flaw("digests") }
            digests[kind] = digest
        }
        return DocumentsIssued(item: try value("item") { ItemID($0) }, digests: digests)
    }
}

extension Finding {
    /// A finding as entries hold it.
    package init?(recorded json: JSONValue) {
        guard let code = json["code"]?.text.flatMap(FindingCode.init),
            let severity = json["severity"]?.text.flatMap(Severity.init),
            let pointer = json["pointer"]?.text
        else { return nil }
        var details: [String: String] = [:]
        if case .object(let members)? = json["details"] {
            for member in members { details[member.name] = member.value.text }
        }
        self.init(code, at: pointer, details, severity: severity)
    }
}
