import Hummingbird
import Ledger
import Mail
import Office

/// The way to everything that whoever looks may do.
struct HomePage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.home.route) { request, context in
            try show(Visit(site, request, context))
        }
        router.get(SiteMap.accessibility.route) { request, context in
            let visit = Visit(site, request, context)
            return try accessibility(visit)
        }
        router.get(SiteMap.display.route) { request, context in
            display(Visit(site, request, context))
        }
        router.get(SiteMap.asset.route) { request, context in
            try asset(try context.parameters.require("name"), request)
        }
    }

    private struct Tile {
        let href: String
        let title: String
        let text: String
    }

    private struct Count {
        let count: String
        let href: String
        let state: String
        let label: String
    }

    private func show(_ visit: Visit) throws -> Response {
        let words = visit.words
        let isVisitor = visit.context.caller == nil
        let tiles: [(SiteMap, String, Bool)] = [
            (.send, "tile_send", isVisitor), (.counter, "tile_counter", visit.may(.itemAccept)),
            (.items, "tile_items", visit.may(.itemRead)),
            (.upload, "tile_upload", visit.may(.itemLodge)),
            (.lanes, "tile_lanes", visit.may(.laneRead)),
            (.journal, "tile_journal", visit.may(.journalRead)),
            (.keys, "tile_keys", visit.may(.keyManage)),
            (.staff, "tile_staff", visit.may(.staffManage)),
        ]
        var values: [String: Any] = [
            "lede": words(isVisitor ? "home_lede_visitor" : "home_lede_staff"),
            "tiles": tiles.filter(\.2)
                .map {
                    Tile(href: $0.0.path(), title: words($0.1), text: words($0.1 + "_text"))
                },
        ]
        var bar: LiveBar?
        if visit.may(.itemRead), let caller = visit.context.caller, caller.customer == nil {
            bar = try LiveBar(ItemsTopic(), visit, caller)
            let counts = try visit.office.ledger.stateCounts()
            let list = ItemState.allCases.compactMap { state in
                counts[state].map { count(state, $0, words) }
            }
            if !list.isEmpty { values["counts"] = ["list": list] }
        }
        return try visit.answer(
            Page(
                template: "home",
                title: words(isVisitor ? "home_title_visitor" : "home_title_staff"),
                values: values,
                section: .home,
                isCalm: isVisitor,
                live: bar
            )
        )
    }

    private func count(_ state: ItemState, _ count: Int, _ words: WordList) -> Count {
        Count(
            count: String(count),
            href: SiteMap.items.path(query: [("state", state.rawValue)]),
            state: state.rawValue,
            label: words("state_\(state.rawValue)")
        )
    }

    private func accessibility(_ visit: Visit) throws -> Response {
        let text = visit.words(
            "a11y_report_text",
            ["operator": visit.office.profile.operatorName]
        )
        return try visit.answer(
            Page(
                template: "accessibility",
                title: visit.words("a11y_title"),
                values: ["report": text],
                isCalm: true
            )
        )
    }

    /// Keeps how pages are to look, and goes back to where that was chosen.
    private func display(_ visit: Visit) -> Response {
        var response = visit.redirect(to: LocalPath.of(visit.query("back") ?? "/"))
        if let theme = visit.query("theme"), PageFrame.themes.contains(theme) {
            response.remember(PageFrame.themeCookie, theme)
        }
        return response
    }

    /// A file whose name changes with its bytes is kept for ever.
    private func asset(_ name: String, _ request: Request) throws -> Response {
        guard let asset = ServedAsset.all.first(where: { $0.fileName == name }) else {
            throw WebRefusal.notFound
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: asset.mediaType,
                .cacheControl: "public, max-age=31536000, immutable",
            ],
            body: ResponseBody(byteBuffer: .init(bytes: asset.bytes))
        )
    }
}
