import Hummingbird
import Ledger
import Mail
import Office

/// A file's items: how many are good, which are not and why, and what was made of them.
struct BatchPage {
    /// Items of a lodged file that the page lists; the result file has them all.
    private static let listed = 200

    let visit: Visit
    let work: BatchWork

    private var token: String { work.token }
    private var words: WordList { visit.words }

    private struct Count {
        let count: Int
        let state: String
        let label: String
    }

    private struct Row {
        let row: String
        let href: String
        let id: String
        let state: String
        let stateWord: String
        let reference: String
    }

    private struct Bad {
        let heading: String
        let said: [Said]
        let fields: [Field]
    }

    func answer(_ batch: Batch) throws -> Response {
        let counts = try work.book.counts(token)
        let good = counts[.good, default: 0] + counts[.goodHeld, default: 0]
        let badCount = counts[.bad, default: 0]
        let items = try work.book
            .rows(token, fated: BatchRow.Fate.ended, limit: Self.listed)
            .compactMap { try row($0) }
        var shown: [String: Any] = [
            "file": batch.fileName, "counts": self.counts(counts), "remarks": batch.notes,
            "waits": FindingNotes.notes(batch.waits, words),
            "canLodge": good > 0, "lodge": SiteMap.batchLodge.path(token),
            "lodgeWord": words("batch_lodge", ["count": String(good)]),
            "isLodged": batch.isLodged, "result": SiteMap.batchResult.path(token),
            "fix": SiteMap.batchFix.path(token), "hasBad": badCount > 0,
            "hasItems": !items.isEmpty, "items": items,
        ]
        if badCount > 0 {
            let first = try work.book.rows(
                token,
                fated: [BatchRow.Fate.bad.rawValue],
                limit: Batch.shown
            )
            shown["badTitle"] = words(
                "batch_bad_title",
                ["shown": String(first.count), "count": String(badCount)]
            )
            shown["bad"] = first.map(bad)
        }
        return try visit.answer(
            Page(
                template: "batch",
                title: words(batch.isLodged ? "batch_lodged" : "batch_checked"),
                values: shown,
                section: .upload
            )
        )
    }

    private func counts(_ counts: [BatchRow.Fate: Int]) -> [Count] {
        let shown: [(BatchRow.Fate, String, String)] = [
            (.good, "ok", "batch_good"), (.goodHeld, "held", "batch_held"),
            (.lodged, "lodged", "batch_count_lodged"), (.lodgedHeld, "held", "batch_count_held"),
            (.bad, "refused", "batch_bad"),
        ]
        return shown.compactMap { fate, state, word in
            counts[fate].map { Count(count: $0, state: state, label: words(word)) }
        }
    }

    private func row(_ entry: BatchRow) throws -> Row? {
        guard let id = entry.item, let row = try visit.office.ledger.item(id) else { return nil }
        return Row(
            row: entry.rowNumbers.map(String.init).joined(separator: ", "),
            href: SiteMap.item.path(id.text),
            id: id.spaced,
            state: row.state.rawValue,
            stateWord: words("state_\(row.state.rawValue)"),
            reference: entry.reference ?? ""
        )
    }

    /// The fields that the findings point at, and no others, filled with what the row says.
    private func bad(_ entry: BatchRow) -> Bad {
        let (place, lodgement) = (entry.place, entry.lodgement ?? Lodgement())
        let form = LodgementForm(words, FormLodgement.values(of: lodgement))
        let notes = FindingNotes(entry.findings, fields: form.names, words)
        var values = FormValues()
        for (name, value) in form.values.fields { values.set("row-\(place).\(name)", value) }
        let said = Dictionary(
            uniqueKeysWithValues: notes.said.map { name, said in
                (
                    "row-\(place).\(name)",
                    said
                )
            }
        )
        let sheet = FormSheet(words, values, said: said)
        let plans = form.plans.filter { notes.said[$0.name]?.contains { !$0.isWarning } ?? false }
            .map { plan in
                FieldPlan(
                    "row-\(place).\(plan.name)",
                    plan.label,
                    plan.kind,
                    width: "c6",
                    autocomplete: "off"
                )
            }
        let rows = entry.rowNumbers.map(String.init).joined(separator: ", ")
        let reference = lodgement.reference.map { " · " + $0 } ?? ""
        return Bad(
            heading: words("batch_row", ["rows": rows]) + reference,
            said: notes.notes.map(Self.above),
            fields: sheet.fields(plans)
        )
    }

    private static func above(_ note: [String: String]) -> Said {
        Said(
            number: 0,
            id: "",
            kind: note["kindWord"] ?? "",
            message: note["message"] ?? "",
            remedy: note["remedy"] ?? "",
            isWarning: false
        )
    }
}
