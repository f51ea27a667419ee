import Hummingbird
import Ledger
import Mail
import Office

/// All about one item: where it stands, what happened, its documents, what can be done.
struct ItemPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.item.route) { request, context in
            let visit = Visit(site, request, context)
            let (item, caller) = try await Self.item(visit, .itemRead)
            return try show(item, visit, caller)
        }
        router.get(SiteMap.itemReceipt.route) { request, context in
            let visit = Visit(site, request, context)
            let (item, _) = try await Self.item(visit, .itemRead)
            return try await ProofPage(visit: visit).answer(item.entry, name: item.record.id.text)
        }
    }

    /// The item that the address names, for a caller who may do that with it.
    static func item(
        _ visit: Visit,
        _ permission: Permission
    ) async throws -> (item: RecordedItem, caller: Caller) {
        let text = try visit.context.parameters.require("id")
        let caller = try await visit.require(permission, object: ItemID(text)?.text)
        guard let id = ItemID(text), let item = try await visit.office.item(id, for: caller) else {
            throw WebRefusal.notFound
        }
        return (item, caller)
    }

    private static let flashes = ["item_reprinted", "item_amended", "item_cancelled"]

    private func show(
        _ item: RecordedItem,
        _ visit: Visit,
        _ caller: Caller
    ) throws -> Response {
        // Before anything is read, so that whatever happens meanwhile is told.
        let bar = try LiveBar(ItemTopic(id: item.record.id), visit, caller)
        let (record, words) = (item.record, visit.words)
        let canReprint = visit.may(.printUse)
        let canRead = visit.may(.documentRead)
        var values: [String: Any] = [
            "spaced": record.id.spaced, "state": item.state.rawValue,
            "stateWord": words("state_\(item.state.rawValue)"),
            "stateText": words("state_text_\(item.state.rawValue)"),
            "liveWords": record.id.spaced + ": " + words("state_\(item.state.rawValue)"),
            "notes": FindingNotes.notes(record.warnings, words),
            "documents": (canRead ? DocumentLink.all(record) : [])
                .map { DocumentLink($0, of: record.id, words, canReprint: canReprint) },
            "facts": ItemFacts(words: words).facts(item), "acts": acts(item, visit),
            "receipt": SiteMap.itemReceipt.path(record.id.text),
            "receiptFile": record.id.text + ".tlog-proof",
            "events": try visit.office.ledger.events(of: record.id).map { event($0, visit) },
        ]
        let lines = record.item.declaration?.lines ?? []
        values["hasLines"] = !lines.isEmpty
        values["lines"] = ItemFacts(words: words).lines(record.lodgement)
        let copies = canRead ? try copies(record.id, visit) : []
        values["hasCopies"] = !copies.isEmpty
        values["copies"] = copies
        if let done = visit.query("done"), Self.flashes.contains(done) {
            values["flash"] = words(done)
        }
        return try visit.answer(
            Page(
                template: "item",
                title: record.id.spaced,
                values: values,
                section: .items,
                live: bar
            )
        )
    }

    private struct Copy {
        let label: String
        let time: String
        let href: String
    }

    /// The times its papers were printed again, each with its cover slip.
    private func copies(_ id: ItemID, _ visit: Visit) throws -> [Copy] {
        try visit.office.ledger.reprintsMade(id).enumerated()
            .map { place, made in
                let number = String(place + 1)
                return Copy(
                    label: visit.words("copy_label", ["number": number]),
                    time: MomentText.of(made.at),
                    href: SiteMap.itemCover.path(id.text, number)
                )
            }
    }

    private func acts(_ item: RecordedItem, _ visit: Visit) -> [[String: String]] {
        let id = item.record.id.text
        var acts: [[String: String]] = []
        if visit.may(.itemAmend), item.state == .lodged || item.state == .held {
            acts.append([
                "href": SiteMap.itemAmend.path(id), "label": visit.words("item_amend"),
            ])
        }
        if visit.may(.itemCancel), item.state.mayBecome(.cancelled) {
            acts.append([
                "href": SiteMap.itemCancel.path(id), "label": visit.words("item_cancel"),
            ])
        }
        if visit.may(.itemAccept), visit.may(.itemLodge) {
            acts.append([
                "href": SiteMap.counter.path(query: [("again", id)]),
                "label": visit.words("item_again"),
            ])
        }
        return acts
    }

    private struct Event {
        let entry: String
        let word: String
        let iso: String
        let time: String
        let by: String
        let reason: String?
    }

    private func event(_ row: EventRow, _ visit: Visit) -> Event {
        let name =
            "event_"
            + row.kind.replacing(".", with: "_").replacing("-", with: "_")
        return Event(
            entry: String(row.entry),
            word: visit.words.words[name] ?? row.kind,
            iso: row.at.text,
            time: MomentText.of(row.at),
            by: AuthorText.of(row.author, visit),
            reason: row.reason
        )
    }
}

/// Who did something, as people say it.
enum AuthorText {
    static func of(_ author: Author, _ visit: Visit) -> String {
        switch author {
        case .staff(let name): (try? visit.office.ledger.staff(name))?.displayName ?? name
        case .key(let id): visit.words("by_key", ["name": id])
        case .local: visit.words("by_local")
        case .visitor: visit.words("by_visitor")
        case .office: visit.words("by_office")
        }
    }
}
