import HTTPTypes
import Hummingbird
import Mail
import Office

/// How items are answered: the object of every channel, with addresses of this site.
struct ItemAnswers: Sendable {
    let mode: Mode
    let language: Language
    private let office: ServedOffice

    init(_ site: Site, _ context: OfficeContext) {
        mode = site.office.profile.mode
        language = context.language
        office = site.office
    }

    func answer(_ outcome: LodgeOutcome, reference: String?) -> Answer {
        Answer(
            reference: reference,
            mode: mode,
            outcome: outcome,
            documents: outcome.item.map { Self.documents($0.record) } ?? [],
            language: language,
            promise: outcome.item.map(office.promise) ?? .local
        )
    }

    static func path(_ id: ItemID) -> String { "/v1/items/" + id.text }

    static func documents(_ record: ItemRecord) -> [(kind: DocumentKind, url: String)] {
        let base = path(record.id) + "/documents/"
        return PrintStep.all(for: record).map { ($0, base + $0.rawValue) }
    }

    /// An item with what was lodged: what shows it, and what a change of it answers.
    func whole(_ item: RecordedItem) -> Response {
        let answer = answer(.lodged(item), reference: item.record.lodgement.reference)
        return JSONResponse.make(
            .ok,
            .members(answer.members + [("lodgement", item.record.lodgement.json)]),
            headers: [.eTag: EntityTag.of(item, language), .contentLanguage: language.rawValue]
        )
    }

    /// The answer to one lodgement.
    ///
    /// - Throws: ``APIRefusal`` `lodgementRefused`.
    func one(_ outcome: LodgeOutcome, of lodging: Lodging, isMinimal: Bool) throws -> Response {
        let answer = answer(outcome, reference: lodging.lodgement.reference)
        guard let item = outcome.item else { throw APIRefusal.lodgementRefused(answer) }
        var headers: HTTPFields = [
            .eTag: EntityTag.of(item, language), .contentLanguage: language.rawValue,
            .location: Self.path(item.record.id),
        ]
        if isMinimal { headers[.preferenceApplied] = "return=minimal" }
        let json = isMinimal ? minimal(answer) : answer.json
        if case .replayed = outcome {
            headers[.idempotentReplayed] = "true"
            return JSONResponse.make(.ok, json, headers: headers)
        }
        return JSONResponse.make(.created, json, headers: headers)
    }

    /// The answer to many lodgements: one object for each, in their order, and counts.
    func many(_ outcomes: [LodgeOutcome], of lodgings: [Lodging], isMinimal: Bool) -> Response {
        var counts = LodgeCounts()
        var results: [JSONValue] = []
        var isReplay = true
        for (outcome, lodging) in zip(outcomes, lodgings) {
            let answer = answer(outcome, reference: lodging.lodgement.reference)
            results.append(isMinimal && outcome.item != nil ? minimal(answer) : answer.json)
            counts.count(outcome.item.map { $0.record.state == .held })
            if case .replayed = outcome { continue }
            isReplay = false
        }
        var headers: HTTPFields = [.contentLanguage: language.rawValue]
        if isMinimal { headers[.preferenceApplied] = "return=minimal" }
        if isReplay { headers[.idempotentReplayed] = "true" }
        return JSONResponse.make(.ok, counts.json(results), headers: headers)
    }

    /// What a caller needs who asked for no more.
    private func minimal(_ answer: Answer) -> JSONValue {
        let wanted: Set<String> = ["item", "reference", "mode", "state", "entry", "promise"]
        return .members(answer.members.filter { wanted.contains($0.0) })
    }
}

/// How many lodgements came to what.
struct LodgeCounts: Sendable {
    private var lodged = 0
    private var held = 0
    private var refused = 0

    /// Counts an item that is held or not; nothing is what was refused.
    mutating func count(_ isHeld: Bool?) {
        switch isHeld {
        case nil: refused += 1
        case true?: held += 1
        case false?: lodged += 1
        }
    }

    func json(_ results: [JSONValue]) -> JSONValue {
        .members([
            ("results", .array(results)), ("lodged", .integer(lodged)), ("held", .integer(held)),
            ("refused", .integer(refused)),
        ])
    }
}
