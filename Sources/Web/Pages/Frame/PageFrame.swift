import Hummingbird
import Ledger
import Mail
import Office

/// What stands around every page: the bar, the menu, languages, display, who is signed in.
struct PageFrame {
    static let themeCookie = "posthorn_display"
    static let themes = ["auto", "light", "dark"]

    private let visit: Visit
    private var words: WordList { visit.words }

    init(_ visit: Visit) {
        self.visit = visit
    }

    func values(for page: Page) throws -> [String: Any] {
        let theme = page.isBoard ? "dark" : Self.theme(of: visit.request)
        var values: [String: Any] = [
            "w": words.words, "lang": visit.language.rawValue, "title": page.title,
            "operator": visit.office.profile.operatorName,
            "isTest": visit.office.profile.mode == .test, "isCalm": page.isCalm,
            "isBoard": page.isBoard,
            "canScan": visit.may(.itemRead), "nav": menu(page.section),
            "languages": languages, "themes": themes(Self.theme(of: visit.request)),
            "path": visit.request.uri.path,
            "now": MomentText.of(visit.now), "hasErrors": !page.errors.isEmpty,
            "assets": [
                "style": ServedAsset.style.path, "script": ServedAsset.script.path,
                "live": ServedAsset.live.path, "board": ServedAsset.board.path,
                "icon": ServedAsset.icon.path,
            ],
        ]
        if let live = page.live { values["live"] = live }
        if theme != "auto" { values["theme"] = theme }
        if let csrf = visit.context.csrf { values["csrf"] = csrf }
        if let account = try account() { values["account"] = account }
        if !page.errors.isEmpty { values["errors"] = ["list": page.errors] }
        return values
    }

    static func theme(of request: Request) -> String {
        let kept = request.cookies[themeCookie]?.value ?? "auto"
        return themes.contains(kept) ? kept : "auto"
    }

    private struct MenuEntry {
        let href: String
        let label: String
        let isCurrent: Bool
    }

    private func menu(_ current: SiteMap?) -> [MenuEntry] {
        let entries: [(SiteMap, String, Bool)] = [
            (.home, "nav_home", true), (.counter, "nav_counter", visit.may(.itemAccept)),
            (.items, "nav_items", visit.may(.itemRead)),
            (.upload, "nav_upload", visit.may(.itemLodge)),
            (.send, "nav_send", visit.context.caller == nil),
            (.status, "nav_status", visit.context.caller == nil),
            (.lanes, "nav_lanes", visit.may(.laneRead)),
            (.advisories, "nav_advisories", visit.may(.laneRead)),
            (.journal, "nav_journal", visit.may(.journalRead)),
            (.acts, "nav_acts", visit.may(.actRead)),
            (.requests, "nav_requests", visit.may(.requestRead)),
            (.keys, "nav_keys", visit.may(.keyManage)),
            (.webhooks, "nav_webhooks", visit.may(.webhookManage)),
            (.staff, "nav_staff", visit.may(.staffManage)),
        ]
        return entries.filter(\.2)
            .map { MenuEntry(href: $0.0.path(), label: words($0.1), isCurrent: $0.0 == current) }
    }

    private struct Choice {
        let code: String
        let name: String
        let href: String
        let isCurrent: Bool
    }

    private var languages: [Choice] {
        Language.allCases.map { language in
            Choice(
                code: language.rawValue,
                name: WordList.name(of: language),
                href: address(in: language),
                isCurrent: language == visit.language
            )
        }
    }

    /// The same page in that language, with what else the address asked for.
    private func address(in language: Language) -> String {
        let kept = (visit.request.uri.query ?? "").split(separator: "&")
            .filter { !$0.hasPrefix("lang=") }
        let query = (kept + ["lang=\(language.rawValue)"]).joined(separator: "&")
        return visit.request.uri.path + "?" + query
    }

    private func themes(_ current: String) -> [Choice] {
        Self.themes.map {
            Choice(code: $0, name: words("theme_\($0)"), href: "", isCurrent: $0 == current)
        }
    }

    private func account() throws -> [String: String]? {
        guard let author = visit.context.caller?.author else { return nil }
        switch author {
        case .staff(let name):
            guard let account = try visit.office.ledger.staff(name) else { return nil }
            return [
                "name": account.displayName, "role": words("role_\(account.role.rawValue)"),
                "href": SiteMap.account.path(),
            ]
        case .key(let id):
            guard let key = try visit.office.ledger.accessKey(id)?.key else { return nil }
            return ["name": key.name, "role": words("role_\(key.role.rawValue)")]
        case .local, .visitor, .office: return nil
        }
    }
}

/// Moments as pages write them: the same in every language, in UTC, to the second.
enum MomentText {
    static func of(_ moment: Moment) -> String {
        let text = moment.text
        return text.prefix(10) + " " + text.dropFirst(11).prefix(8) + " UTC"
    }
}
