import Ledger
package import Mail
package import Office

/// The public status as files: pages in five languages, feeds, and what they were printed from.
///
/// It needs no office, no script and no other host, and says itself when it is not to be trusted any
/// more.
package struct StatusSite {
    private let status: PublicStatus
    private let profile: OfficeProfile
    private let checkpoint: PublishedCheckpoint
    private let stale: Moment

    /// `staleAfter` are the milliseconds for which a reader may take it for new.
    package init(
        _ status: PublicStatus,
        _ profile: OfficeProfile,
        _ checkpoint: PublishedCheckpoint,
        staleAfter: Int64
    ) {
        self.status = status
        self.profile = profile
        self.checkpoint = checkpoint
        stale = Moment(milliseconds: status.at.milliseconds + staleAfter)
    }

    /// The files by their paths, and the manifest that names them, not yet signed.
    package func make() -> (files: [String: [UInt8]], manifest: SiteManifest) {
        var files: [String: [UInt8]] = [
            "site.css": Asset.named("site.css").bytes, "site.js": Asset.named("site.js").bytes,
            "checkpoint": checkpoint.note,
        ]
        for language in Language.allCases {
            let words = StatusWords(status, WordList.of(language))
            let folder = language.rawValue + "/"
            let feeds = feeds(words, from: "")
            files[folder + "index.html"] = index(words)
            files[folder + "past.html"] = past(words)
            files[folder + "advisories.atom"] = feeds.atom("advisories.atom")
            files[folder + "calendar.ics"] = feeds.calendar
            for history in status.current + status.past {
                files[folder + "advisories/\(history.name.text).html"] = advisory(history, words)
            }
            if language == profile.language {
                files["status.json"] = feeds.json
                files["summary.json"] = self.feeds(words, from: folder).summary
            }
        }
        files["index.html"] = start()
        let manifest = SiteManifest(
            files,
            origin: checkpoint.origin,
            at: status.at,
            stale: stale,
            plan: status.plan,
            size: checkpoint.size
        )
        return (files, manifest)
    }

    /// Feeds lead to pages of the copy, which is there when the office is not; `folder` is the way to
    /// those of the language.
    private func feeds(_ words: StatusWords, from folder: String) -> StatusFeeds {
        StatusFeeds(
            status: status,
            words: words,
            profile: profile,
            origin: checkpoint.origin,
            home: folder + "index.html",
            page: { "\(folder)advisories/\($0.text).html" }
        )
    }

    private struct Link {
        let href: String
        let label: String
    }

    private func index(_ words: StatusWords) -> [UInt8] {
        let list = words.words
        var values = StatusValues(words) { "advisories/\($0.text).html" }.index
        values["links"] = [
            Link(href: "past.html", label: list("status_past_title")),
            Link(href: "advisories.atom", label: list("status_atom")),
            Link(href: "calendar.ics", label: list("status_calendar")),
            Link(href: "../status.json", label: list("status_json")),
            Link(href: "../summary.json", label: list("status_summary")),
        ]
        return page("site-index", list("status_title"), words, "index.html", values)
    }

    private func past(_ words: StatusWords) -> [UInt8] {
        let values = StatusValues(words) { "advisories/\($0.text).html" }
        let past = status.past.map { values.news($0) }
        return page(
            "site-past",
            words.words("status_past_title"),
            words,
            "past.html",
            ["past": past, "hasPast": !past.isEmpty]
        )
    }

    private func advisory(_ history: AdvisoryHistory, _ words: StatusWords) -> [UInt8] {
        let values = StatusValues(words) { $0.text + ".html" }
        let news = values.news(history)
        return page(
            "site-advisory",
            news.title,
            words,
            "advisories/\(history.name.text).html",
            [
                "item": news, "earlier": history.earlier.map(values.earlier),
                "hasEarlier": !history.earlier.isEmpty,
            ]
        )
    }

    private struct Choice {
        let code: String
        let name: String
        let href: String
        let isCurrent: Bool
        let answer: String
    }

    /// The page before a language is chosen.
    private func start() -> [UInt8] {
        let choices = Language.allCases.map { language in
            Choice(
                code: language.rawValue,
                name: WordList.name(of: language),
                href: language.rawValue + "/index.html",
                isCurrent: false,
                answer: StatusWords(status, WordList.of(language)).answer
            )
        }
        let words = StatusWords(status, WordList.of(profile.language))
        let title = words.words("status_title")
        return page("site-start", title, words, nil, ["choices": choices])
    }

    private func page(
        _ template: String,
        _ title: String,
        _ words: StatusWords,
        _ path: String?,
        _ values: [String: Any]
    ) -> [UInt8] {
        let list = words.words
        let up = path.map { String(repeating: "../", count: $0.split(separator: "/").count) } ?? ""
        let frame: [String: Any] = [
            "w": list.words, "lang": list.language.rawValue, "title": title,
            "operator": profile.operatorName, "isTest": profile.mode == .test, "root": up,
            "languages": Language.allCases.map { language in
                Choice(
                    code: language.rawValue,
                    name: WordList.name(of: language),
                    href: up + language.rawValue + "/" + (path ?? "index.html"),
                    isCurrent: path != nil && language == list.language,
                    answer: ""
                )
            },
            "printed": list(
                "status_printed",
                ["time": words.time(status.at), "plan": String(status.plan)]
            ),
            "stale": list("site_stale", ["time": words.time(stale)]),
            "staleMilliseconds": String(stale.milliseconds),
            "checkpoint": list(
                "site_checkpoint",
                ["origin": checkpoint.origin, "size": String(checkpoint.size)]
            ),
        ]
        return Array(PageTemplates.render(template, frame.merging(values) { $1 }).utf8)
    }
}
