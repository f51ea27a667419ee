import Hummingbird
import Ledger
import Mail
import NIOCore
import Office

/// A draft's code to write down, print and show; it tells nothing of what the draft holds.
struct DraftPage {
    let site: Site
    let sending: SendPages

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.draft.route) { request, context in
            try await show(Visit(site, request, context))
        }
        router.get(SiteMap.draftQR.route) { request, context in
            let visit = Visit(site, request, context)
            try sending.count(visit)
            guard let code = QRCode(try Self.code(visit).spaced) else {
                throw WebRefusal.notFound
            }
            return visit.file(Array(code.svg.utf8), type: "image/svg+xml")
        }
    }

    private static func code(_ visit: Visit) throws -> DraftCode {
        guard let code = DraftCode(try visit.context.parameters.require("code")) else {
            throw WebRefusal.notFound
        }
        return code
    }

    private func show(_ visit: Visit) async throws -> Response {
        // Guessing codes is slowed down as everything is that visitors do.
        try sending.count(visit)
        let code = try Self.code(visit)
        let words = visit.words
        guard let row = try visit.office.ledger.draft(code), row.state == .open,
            visit.now.milliseconds < row.expiresAt.milliseconds
        else {
            return try visit.answer(
                Page(
                    template: "problem",
                    title: code.spaced,
                    values: ["paragraphs": [words("draft_gone")]],
                    status: .notFound,
                    isCalm: true
                )
            )
        }
        let said = try await LaneNotes(visit).notes(of: row)
        return try visit.answer(
            Page(
                template: "draft",
                title: words("draft_title"),
                values: [
                    "code": code.spaced, "notes": said, "qr": SiteMap.draftQR.path(code.text),
                    "qrText": words("draft_qr", ["code": code.spaced]),
                    "expires": words("draft_expires", ["time": MomentText.of(row.expiresAt)]),
                ],
                section: .send,
                isCalm: true
            )
        )
    }
}
