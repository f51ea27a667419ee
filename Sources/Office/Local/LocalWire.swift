package import Mail

/// What commands and the office they run on say to each other over the local socket.
///
/// Both are the same release, on the same machine, under the same user.
package enum LocalWire {
    package struct Malformed: Error, CustomStringConvertible {
        package let member: String
        package var description: String { "the local socket said something unknown: \(member)" }
    }

    // MARK: Lodgings

    package static func lodgings(_ lodgings: [Lodging]) -> JSONValue {
        .members([
            (
                "lodgings",
                .array(
                    lodgings.map { lodging in
                        .members([
                            ("channel", .string(lodging.channel.rawValue)),
                            ("findings", .array(lodging.findings.map(\.recorded))),
                            ("key", .string(lodging.key.text)),
                            ("lodgement", lodging.lodgement.json),
                        ])
                    }
                )
            )
        ])
    }

    package static func lodgings(_ json: JSONValue) throws(Malformed) -> [Lodging] {
        try list(json, "lodgings") { element in
            guard let channel = element["channel"]?.text.flatMap(Channel.init),
                let key = element["key"]?.text.flatMap(LodgementKey.init),
                let lodgement = element["lodgement"],
                let findings = findings(element["findings"])
            else { return nil }
            return Lodging(
                key: key,
                lodgement: LodgementReader.read(lodgement).lodgement,
                channel: channel,
                findings: findings
            )
        }
    }

    // MARK: Outcomes

    package static func outcomes(_ outcomes: [LodgeOutcome]) -> JSONValue {
        .members([("outcomes", .array(outcomes.map(outcome)))])
    }

    package static func outcomes(_ json: JSONValue) throws(Malformed) -> [LodgeOutcome] {
        try list(json, "outcomes") { element in
            switch element["outcome"]?.text {
            case "lodged": item(element).map { .lodged($0) }
            case "replayed": item(element).map { .replayed($0) }
            case "refused": findings(element["findings"]).map { .refused($0) }
            default: nil
            }
        }
    }

    private static func outcome(_ outcome: LodgeOutcome) -> JSONValue {
        switch outcome {
        case .lodged(let item): .members([("outcome", .string("lodged"))] + members(item))
        case .replayed(let item): .members([("outcome", .string("replayed"))] + members(item))
        case .refused(let findings):
            .members([
                ("outcome", .string("refused")),
                ("findings", .array(findings.map(\.recorded))),
            ])
        }
    }

    private static func members(_ item: RecordedItem) -> [(String, JSONValue?)] {
        [
            // The entry itself, as the journal has it.
            ("record", text(.itemLodged(item.record))), ("entry", .integer(item.entry)),
            ("state", .string(item.state.rawValue)), ("version", .integer(item.version)),
            ("changed", .integer(item.changed)),
        ]
    }

    private static func item(_ json: JSONValue) -> RecordedItem? {
        guard let bytes = json["record"]?.text?.utf8,
            case .itemLodged(let record)? = try? Entry(Array(bytes)),
            let entry = json["entry"]?.wholeNumber.flatMap(UInt64.init(exactly:)),
            let state = json["state"]?.text.flatMap(ItemState.init),
            let version = json["version"]?.wholeNumber,
            let changed = json["changed"]?.wholeNumber.flatMap(UInt64.init(exactly:))
        else { return nil }
        return RecordedItem(
            record: record,
            entry: entry,
            state: state,
            version: version,
            changed: changed
        )
    }

    // MARK: Entries

    package static func entries(_ entries: [Entry]) -> JSONValue {
        .members([("entries", .array(entries.map(text)))])
    }

    /// The entries that commands record; what needs the writer's decision is none of them.
    package static func entries(_ json: JSONValue) throws(Malformed) -> [Entry] {
        try list(json, "entries") { element in
            guard let bytes = element.text?.utf8, let entry = try? Entry(Array(bytes)) else {
                return nil
            }
            switch entry {
            case .documentsIssued, .documentsReprinted, .sdrRateLoaded, .acted:
                return entry
            case .accessKeyAdded, .accessKeyRevoked, .staffChanged, .webhookChanged,
                .officeEstablished, .editionAdopted, .numbersLoaded, .numbersReserved,
                .itemLodged, .itemMoved, .itemAmended, .draftSaved, .draftDropped,
                .promiseChanged, .officeResumed, .lanePlanChanged, .laneChangeProposed,
                .lanePlanSaved, .releasePlanned, .releaseStopped, .capacitySet,
                .laneProposalCancelled, .itemsFound, .foundTriaged, .advisoryPublished,
                .advisoryEnded, .senderTold, .advisoryTold:
                return nil
            }
        }
    }

    private static func text(_ entry: Entry) -> JSONValue {
        .string(String(decoding: entry.bytes, as: UTF8.self))
    }

    // MARK: Numbers

    package static func range(_ range: NumberRange) -> JSONValue {
        .members([
            ("series", .string(range.series.text)), ("first", .integer(range.first)),
            ("last", .integer(range.last)),
        ])
    }

    package static func range(_ json: JSONValue) throws(Malformed) -> NumberRange {
        guard let series = json["series"]?.text.flatMap(NumberSeries.init),
            let first = json["first"]?.wholeNumber.flatMap(UInt64.init(exactly:)),
            let last = json["last"]?.wholeNumber.flatMap(UInt64.init(exactly:)),
            let range = NumberRange(series: series, first: first, last: last)
        else { throw Malformed(member: "range") }
        return range
    }

    // MARK: Faults

    package static func fault(_ fault: OfficeFault) -> JSONValue {
        .members([
            ("fault", .string(fault.code.rawValue)), ("detail", .string(fault.detail)),
            ("hint", .string(fault.hint)),
        ])
    }

    package static func fault(_ json: JSONValue) -> OfficeFault? {
        guard let code = json["fault"]?.text.flatMap(OfficeFault.Code.init),
            let detail = json["detail"]?.text, let hint = json["hint"]?.text
        else { return nil }
        return OfficeFault(code, detail, hint: hint)
    }

    private static func findings(_ json: JSONValue?) -> [Finding]? {
        guard let elements = json?.elements else { return nil }
        let findings = elements.compactMap(Finding.init(recorded:))
        return findings.count == elements.count ? findings : nil
    }

    private static func list<Value>(
        _ json: JSONValue,
        _ member: String,
        _ read: (JSONValue) -> Value?
    ) throws(Malformed) -> [Value] {
        guard let elements = json[member]?.elements else { throw Malformed(member: member) }
        var values: [Value] = []
        for (place, element) in elements.enumerated() {
            guard let value = read(element) else { throw Malformed(member: "\(member)/\(place)") }
            values.append(value)
        }
        return values
    }
}
