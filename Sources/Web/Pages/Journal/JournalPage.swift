import Hummingbird
import Mail
import Office

/// The journal as it stands: its signed checkpoint, its entries page by page, a proof for each.
struct JournalPage {
    private static let pageSize = 50

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.journal.route) { request, context in
            try await show(Visit(site, request, context))
        }
        router.get(SiteMap.journalCheckpoint.route) { request, context in
            let visit = Visit(site, request, context)
            _ = try await visit.require(.journalRead)
            let note = try visit.office.checkpoint().note
            return visit.file(note, type: "text/plain; charset=utf-8", name: "checkpoint")
        }
        router.get(SiteMap.journalProof.route) { request, context in
            let visit = Visit(site, request, context)
            _ = try await visit.require(.journalRead)
            guard let index = UInt64(try context.parameters.require("index")) else {
                throw WebRefusal.notFound
            }
            return try await ProofPage(visit: visit).answer(index, name: "entry-\(index)")
        }
    }

    private struct Row {
        let index: String
        let kind: String
        let hash: String
        let proof: String?
        let file: String
    }

    private func show(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.journalRead)
        let isNewest = visit.query("from") == nil
        let bar = isNewest ? try LiveBar(JournalTopic(), visit, caller) : nil
        let window = try await visit.office.journalWindow(
            from: visit.query("from").flatMap { UInt64($0) },
            count: Self.pageSize
        )
        var values = FormValues()
        values.set("from", visit.query("from") ?? "")
        let from = FieldPlan("from", visit.words("journal_from"), .number, width: "")
        var shown: [String: Any] = [
            "origin": window.origin, "size": String(window.size), "root": window.root,
            "vkey": window.verifierKeys.joined(separator: "\n"),
            "entries": window.lines.map(Self.row),
            "fields": [FormSheet(visit.words, values).field(from)],
        ]
        if let first = window.lines.first?.index, first > 0 {
            shown["older"] = Self.address(first > 50 ? first - 50 : 0)
        }
        if let last = window.lines.last?.index, last + 1 < window.size {
            shown["newer"] = Self.address(last + 1)
        }
        return try visit.answer(
            Page(
                template: "journal",
                title: visit.words("journal_title"),
                values: shown,
                section: .journal,
                live: bar
            )
        )
    }

    private static func address(_ index: UInt64) -> String {
        SiteMap.journal.path(query: [("from", String(index))])
    }

    private static func row(_ line: JournalWindow.Line) -> Row {
        Row(
            index: String(line.index),
            kind: line.kind,
            hash: line.hash,
            proof: SiteMap.journalProof.path(String(line.index)),
            file: "entry-\(line.index).tlog-proof"
        )
    }
}
