import Mail
import Testing

@Suite("Entries")
struct EntryTests {
    static let entries: [Entry] = {
        guard let country = Country("GB"), let currency = Currency("EUR"),
            let series = NumberSeries("LAGB"), let id = ItemID("RR473124829GB"),
            let range = NumberRange(series: series, first: 1, last: 5),
            let json = try? JSONReader.read(Array(LodgementReaderTests.whole.utf8))
        else { return [] }
        let office = OfficeProfile(
            operatorName: "Test Post",
            country: country,
            language: .italian,
            mode: .test
        )
        let moment = Moment(milliseconds: 1_795_486_980_123)
        let record = try? ItemRecord(
            id: id,
            channel: .api,
            state: .held,
            office: office,
            edition: "2026-11",
            key: .reference("order-1042"),
            lodgement: LodgementReader.read(json).lodgement,
            decision: FormDecision(form: .cn22, reason: .valueWithinLimit),
            copies: 2,
            warnings: [
                Finding(.descriptionNotSpecific, at: "/contents", ["term": "x"]),
                Finding(.regionMissing, at: "/addressee/region", severity: .warn),
            ],
            use: LaneUse(lane: "dest=US", version: 3, window: nil),
            lodgedAt: moment
        )
        return [
            .officeEstablished(office, at: moment), .numbersLoaded(range, at: moment),
            .numbersReserved(NumberMark(series: .office, before: 77)),
            .sdrRateLoaded(
                SDRRate(currency: currency, day: moment.day, perSDR: "1.2345", source: "IMF")
            ),
            .documentsIssued(DocumentsIssued(item: id, digests: [.cn22: "ab", .label: "cd"])),
            .documentsReprinted(
                DocumentsReprinted(item: id, kinds: [.label, .cn22], at: moment)
            ),
        ] + (record.map { [.itemLodged($0)] } ?? []) + served(id, record, moment)
    }()

    /// What only a served office records.
    private static func served(_ id: ItemID, _ record: ItemRecord?, _ at: Moment) -> [Entry] {
        guard let code = DraftCode("abcd-2345"), let record else { return [] }
        let request = LodgeRequest(
            author: .key("k1"),
            key: "again",
            fingerprint: "00ff",
            draft: code
        )
        return [
            .itemMoved(
                ItemMove(
                    item: id,
                    to: .cancelled,
                    reason: "sold out",
                    by: .local,
                    use: LaneSamples.use,
                    release: LaneSamples.use,
                    at: at
                )
            ),
            .itemAmended(ItemAmendment(record: record, version: 2, by: .staff("ada"), at: at)),
            .draftSaved(
                Draft(
                    code: code,
                    lodgement: record.lodgement,
                    channel: .web,
                    request: request,
                    savedAt: at,
                    expiresAt: at
                )
            ),
            .draftDropped(DraftDropped(code: code, by: .visitor, at: at)),
        ] + access(id, at)
    }

    private static func access(_ id: ItemID, _ at: Moment) -> [Entry] {
        [
            .accessKeyAdded(
                AccessKey(
                    id: "k1",
                    digest: "ab",
                    name: "shop",
                    role: .shipper,
                    mode: .test,
                    customer: "fox",
                    expiresAt: at,
                    by: .local,
                    at: at
                )
            ),
            .accessKeyRevoked(AccessKeyRevoked(id: "k1", reason: "lost", by: .office, at: at)),
            .staffChanged(
                StaffAccount(
                    name: "ada",
                    displayName: "Ada Fox",
                    role: .clerk,
                    language: .german,
                    passwordHash: "$argon2id$x",
                    oneTimeSecret: "00",
                    recoveryDigests: ["cd", "ef"],
                    invitation: StaffInvitation(digest: "12", expiresAt: at),
                    isActive: true,
                    generation: 3,
                    by: .local,
                    at: at
                )
            ),
            .acted(
                Act(
                    by: .staff("ada"),
                    name: "item.cancel",
                    outcome: .refused,
                    object: id.text,
                    reason: "not permitted",
                    times: 2,
                    at: at
                )
            ),
            .webhookChanged(
                Webhook(
                    id: "w1",
                    url: "https://shop.example/hook",
                    secrets: ["c2VjcmV0"],
                    events: ["item.lodged"],
                    customer: "fox",
                    isActive: false,
                    reason: "gone",
                    by: .office,
                    at: at
                )
            ),
            .promiseChanged(
                PromiseChange(
                    to: .vaulted(2),
                    reason: "two vaults stand",
                    by: .staff("ada"),
                    approvedBy: .staff("ben"),
                    at: at
                )
            ),
            .officeResumed(
                OfficeResumed(cause: .restored, source: "vault b", size: 77, at: at)
            ),
        ] + LaneSamples.entries(at) + AdvisorySamples.entries(at)
    }

    @Test("each kind comes back from its bytes, as the same bytes", arguments: entries)
    func roundTrips(_ entry: Entry) throws {
        let again = try Entry(entry.bytes)
        #expect(again == entry)
        #expect(again.bytes == entry.bytes)
    }

    @Test("there is an example of each kind")
    func isComplete() {
        #expect(Self.entries.count == 31)
        #expect(Self.entries.filter(\.isPersonal).count == 10)
    }

    @Test("bytes with a piece missing are a flaw and never a crash", arguments: entries)
    func truncated(_ entry: Entry) {
        for end in stride(from: 0, to: entry.bytes.count, by: 7) {
            #expect(throws: Entry.Flaw.self) { try Entry(Array(entry.bytes[..<end])) }
        }
    }

    @Test("an entry without one of its members is malformed", arguments: entries)
    func missing(_ entry: Entry) throws {
        guard case .object(let members) = try JSONReader.read(entry.bytes) else { return }
        let optional = [
            "warnings", "copies", "digests", "customer", "expires", "passwordHash",
            "oneTimeSecret", "object", "times", "approvedBy", "closedToo", "until", "nextUpdate",
        ]
        let kind = members.first { $0.name == "kind" }?.value.text ?? ""
        let mayBeUnexplained = ["item-moved", "access-key-revoked", "acted", "webhook-changed"]
        for member in members
        where !optional.contains(member.name)
            && !(member.name == "reason" && mayBeUnexplained.contains(kind))
            && !(member.name == "proposal" && kind == "lane-plan-changed")
            && !(member.name == "release" && kind == "item-moved")
            && !(member.name == "lane" && kind != "release-planned")
        {
            let rest = JSONValue.object(members.filter { $0.name != member.name })
            #expect(throws: Entry.Flaw.self, "\(member.name)") {
                try Entry(CanonicalJSON.write(rest))
            }
        }
    }

    @Test("a kind of a later release is told apart")
    func unknown() {
        #expect(throws: Entry.Flaw.unknownKind("item-weighed")) {
            try Entry(Array("{\"kind\":\"item-weighed\"}".utf8))
        }
    }
}
