import Hummingbird
import Mail
import Office

/// A file's items: how many are good, which are not and why, and what was made of them.
struct BatchPage {
    /// Items of a lodged file that the page lists; the result file has them all.
    private static let listed = 200

    let visit: Visit
    let token: String

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
        let good = batch.count { if case .good = $0 { true } else { false } }
        let bad = batch.bad
        let items = batch.entries.compactMap(row)
        var shown: [String: Any] = [
            "file": batch.fileName, "counts": counts(batch), "remarks": batch.notes,
            "canLodge": good > 0, "lodge": SiteMap.batchLodge.path(token),
            "lodgeWord": words("batch_lodge", ["count": String(good)]),
            "isLodged": batch.isLodged, "result": SiteMap.batchResult.path(token),
            "fix": SiteMap.batchFix.path(token), "hasBad": !bad.isEmpty,
            "hasItems": !items.isEmpty, "items": Array(items.prefix(Self.listed)),
        ]
        if !bad.isEmpty {
            let first = bad.prefix(Batch.shown)
            shown["badTitle"] = words(
                "batch_bad_title",
                ["shown": String(first.count), "count": String(bad.count)]
            )
            shown["bad"] = first.map { place, entry, findings in
                self.bad(place, entry, findings)
            }
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

    private func counts(_ batch: Batch) -> [Count] {
        let counts = [
            Count(
                count: batch.count { if case .good(false) = $0 { true } else { false } },
                state: "ok",
                label: words("batch_good")
            ),
            Count(
                count: batch.count { if case .good(true) = $0 { true } else { false } },
                state: "held",
                label: words("batch_held")
            ),
            Count(
                count: batch.count {
                    if case .lodged(let item) = $0 { item.record.state != .held } else { false }
                },
                state: "lodged",
                label: words("batch_count_lodged")
            ),
            Count(
                count: batch.count {
                    if case .lodged(let item) = $0 { item.record.state == .held } else { false }
                },
                state: "held",
                label: words("batch_count_held")
            ),
            Count(count: batch.bad.count, state: "refused", label: words("batch_bad")),
        ]
        return counts.filter { $0.count > 0 }
    }

    private func row(_ entry: Batch.Entry) -> Row? {
        guard case .lodged(let item) = entry.fate else { return nil }
        let id = item.record.id
        return Row(
            row: entry.record.rowNumbers.map(String.init).joined(separator: ", "),
            href: SiteMap.item.path(id.text),
            id: id.spaced,
            state: item.state.rawValue,
            stateWord: words("state_\(item.state.rawValue)"),
            reference: entry.lodgement.reference ?? ""
        )
    }

    /// The fields that the findings point at, and no others, filled with what the row says.
    private func bad(_ place: Int, _ entry: Batch.Entry, _ findings: [Finding]) -> Bad {
        let form = LodgementForm(words, FormLodgement.values(of: entry.lodgement))
        let notes = FindingNotes(findings, fields: form.names, words)
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
        let rows = entry.record.rowNumbers.map(String.init).joined(separator: ", ")
        let reference = entry.lodgement.reference.map { " · " + $0 } ?? ""
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
