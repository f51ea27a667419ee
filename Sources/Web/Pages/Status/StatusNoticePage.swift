import Hummingbird
import Mail
import Office

/// A notice for the door of a counter: a sheet of paper that says what can be sent, as of when, and
/// where the newest is.
struct StatusNoticePage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.statusNotice.route) { request, context in
            try show(Visit(site, request, context))
        }
        router.get(SiteMap.statusNoticeQR.route) { request, context in
            let visit = Visit(site, request, context)
            guard let code = QRCode(Self.address(visit)) else { throw WebRefusal.notFound }
            return visit.file(Array(code.svg.utf8), type: "image/svg+xml")
        }
    }

    private static func address(_ visit: Visit) -> String {
        visit.publicAddress + SiteMap.status.path()
    }

    private func show(_ visit: Visit) throws -> Response {
        let values = try visit.status()
        var shown = values.index
        shown["back"] = SiteMap.status.path()
        shown["address"] = Self.address(visit)
        shown["qr"] = SiteMap.statusNoticeQR.path()
        shown["printed"] = visit.words(
            "status_printed",
            ["time": values.words.time(visit.now), "plan": String(values.words.status.plan)]
        )
        return try visit.answer(
            Page(
                template: "status-notice",
                title: visit.words("status_notice_title"),
                values: shown,
                section: .status,
                isCalm: true
            )
        )
    }
}
