import HTTPTypes
import Hummingbird
import Mail
import Office

/// Answers `POST /v1/items`: one lodgement, or many of which bad ones sink no good one.
extension APIRoutes {
    func lodge(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.itemLodge, context)
        let query = try Query(request, allowing: ["dry_run"])
        let isDryRun = try query.flag("dry_run")
        let body = try await request.json(upTo: limits.items)
        let order = try LodgeOrder(request, body, by: caller, random: site.office.randomBytes)
        let many = try many(in: body)
        var lodgings: [Lodging] = []
        for (number, json) in (many ?? [body]).enumerated() {
            lodgings.append(try order.lodging(json, number: number))
        }
        let answers = ItemAnswers(site, context)
        if isDryRun {
            let rehearsals = try await site.office.rehearse(lodgings)
            return try DryRun(answers).response(rehearsals, of: lodgings, isOne: many == nil)
        }
        let outcomes = try await site.office.lodge(lodgings)
        let isMinimal = request.headers[.prefer]?.contains("return=minimal") == true
        guard many == nil, let outcome = outcomes.first, let lodging = lodgings.first else {
            return answers.many(outcomes, of: lodgings, isMinimal: isMinimal)
        }
        return try answers.one(outcome, of: lodging, isMinimal: isMinimal)
    }

    /// The lodgements of a body of many; nothing for a body of one.
    private func many(in body: JSONValue) throws(APIRefusal) -> [JSONValue]? {
        guard case .object(let members) = body else {
            throw .fields([Self.malformed("", expected: "object", found: body.kind)])
        }
        guard let items = body["items"] else { return nil }
        let others = members.filter { $0.name != "items" }
        guard others.isEmpty else {
            throw .fields(
                others.map { member in
                    Finding(
                        .fieldUnknown,
                        at: "/" + JSONPointer.escaped(member.name),
                        ["name": member.name]
                    )
                }
            )
        }
        guard case .array(let elements) = items else {
            throw .fields([Self.malformed("/items", expected: "list", found: items.kind)])
        }
        guard (1...limits.itemsAtOnce).contains(elements.count) else {
            throw .fields([
                Self.malformed(
                    "/items",
                    expected: "1–\(limits.itemsAtOnce)",
                    found: String(elements.count)
                )
            ])
        }
        return elements
    }

    private static func malformed(
        _ pointer: String,
        expected: String,
        found: String
    ) -> Finding {
        Finding(.fieldMalformed, at: pointer, ["expected": expected, "found": found])
    }
}

/// What a dry run answers: what lodging would, with no item and no entry.
private struct DryRun {
    let answers: ItemAnswers

    init(_ answers: ItemAnswers) {
        self.answers = answers
    }

    func response(
        _ rehearsals: [Rehearsal],
        of lodgings: [Lodging],
        isOne: Bool
    ) throws -> Response {
        let headers: HTTPFields = [.contentLanguage: answers.language.rawValue]
        if isOne, let rehearsal = rehearsals.first, let lodging = lodgings.first {
            if case .wouldRefuse(let findings) = rehearsal {
                throw APIRefusal.lodgementRefused(
                    answers.answer(
                        .refused(findings),
                        reference: lodging.lodgement.reference
                    )
                )
            }
            return JSONResponse.make(.ok, json(rehearsal, of: lodging), headers: headers)
        }
        var counts = LodgeCounts()
        var results: [JSONValue] = []
        for (rehearsal, lodging) in zip(rehearsals, lodgings) {
            results.append(json(rehearsal, of: lodging))
            switch rehearsal {
            case .wouldLodge(let isHeld, _): counts.count(isHeld)
            case .wouldReplay(let item): counts.count(item.record.state == .held)
            case .wouldRefuse: counts.count(nil)
            }
        }
        return JSONResponse.make(.ok, counts.json(results), headers: headers)
    }

    private func json(_ rehearsal: Rehearsal, of lodging: Lodging) -> JSONValue {
        let reference = lodging.lodgement.reference
        let dryRun: [(String, JSONValue?)] = [("dry_run", .bool(true))]
        switch rehearsal {
        case .wouldReplay(let item):
            return .members(
                answers.answer(.replayed(item), reference: reference).members + dryRun
            )
        case .wouldRefuse(let findings):
            return .members(
                answers.answer(.refused(findings), reference: reference).members + dryRun
            )
        case .wouldLodge(let isHeld, let warnings):
            let state: ItemState = isHeld ? .held : .lodged
            return .members(
                [
                    ("item", .null), ("reference", reference.map { .string($0) } ?? .null),
                    ("mode", .string(answers.mode.rawValue)), ("state", .string(state.rawValue)),
                    ("findings", .array(warnings.map { $0.json(in: answers.language) })),
                    ("documents", .array([])), ("entry", .null), ("promise", .null),
                ] + dryRun
            )
        }
    }
}
