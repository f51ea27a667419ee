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
        ] + (record.map { [.itemLodged($0)] } ?? [])
    }()

    @Test("each kind comes back from its bytes, as the same bytes", arguments: entries)
    func roundTrips(_ entry: Entry) throws {
        let again = try Entry(entry.bytes)
        #expect(again == entry)
        #expect(again.bytes == entry.bytes)
    }

    @Test("there is an example of each kind")
    func isComplete() {
        #expect(Self.entries.count == 7)
        #expect(Self.entries.filter(\.isPersonal).count == 3)
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
        for member in members where !["warnings", "copies", "digests"].contains(member.name) {
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
