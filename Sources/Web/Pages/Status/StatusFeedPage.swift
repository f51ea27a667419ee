import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// The status for programs: no key is asked for, and nothing is told that the pages do not tell.
struct StatusFeedPage {
    /// Seconds that a copy may be kept; it says itself as of when it is.
    private static let kept = 30

    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.statusJSON.route) { request, context in
            try answer(Visit(site, request, context), "application/json") { $0.json }
        }
        router.get(SiteMap.statusSummary.route) { request, context in
            try answer(Visit(site, request, context), "application/json") { $0.summary }
        }
        router.get(SiteMap.statusAtom.route) { request, context in
            let visit = Visit(site, request, context)
            return try answer(visit, "application/atom+xml; charset=utf-8") {
                $0.atom(visit.publicAddress + SiteMap.statusAtom.path())
            }
        }
        router.get(SiteMap.statusCalendar.route) { request, context in
            try answer(Visit(site, request, context), "text/calendar; charset=utf-8") {
                $0.calendar
            }
        }
    }

    private func answer(
        _ visit: Visit,
        _ type: String,
        _ write: (StatusFeeds) -> [UInt8]
    ) throws -> Response {
        let status = try visit.office.publicStatus()
        let feeds = StatusFeeds(
            status: status,
            words: StatusWords(status, visit.words),
            profile: visit.office.profile,
            origin: visit.office.book.origin,
            home: visit.publicAddress + SiteMap.status.path(),
            page: { visit.publicAddress + SiteMap.statusAdvisory.path($0.text) }
        )
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "public, max-age=\(Self.kept)",
                .contentLanguage: visit.language.rawValue, .vary: "Accept-Language, Cookie",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: write(feeds)))
        )
    }
}
