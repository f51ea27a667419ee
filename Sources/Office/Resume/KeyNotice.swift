import Journal
import Ledger
package import Mail
import Vault

/// What others have to be told when an office's keys have changed: a value, made from what is
/// recorded, so that the page can be printed again at any time.
package struct KeyNotice: Sendable {
    /// Somebody's key or webhook that opens or signs nothing any more.
    struct Replaced: Hashable, Sendable {
        let id: String
        let whose: String
    }

    let state: ResumeState
    let profile: OfficeProfile
    let day: CalendarDay
    let keys: [Replaced]
    let webhooks: [Replaced]
    /// Vaults and escrows whose credentials are to be replaced by those who gave them.
    let credentials: [String]

    /// - Throws: ``OfficeFault`` where the journal does not say which key took which one's place.
    init(
        _ state: ResumeState,
        _ profile: OfficeProfile,
        _ ledger: LedgerStore,
        at now: Moment
    ) throws {
        guard state.change != nil else {
            throw OfficeFault(
                .journalDamaged,
                "expected a record that the signing key was changed, found none",
                hint: "open the office once, which replaces it: `posthorn serve`"
            )
        }
        self.state = state
        self.profile = profile
        day = now.day
        let reason = state.reason
        keys = try ledger.objects(of: Permission.keyManage.rawValue, because: reason)
            .compactMap { id in
                try ledger.accessKey(id)
                    .map { row in
                        let owner = row.key.customer.map { ", \($0)" } ?? ""
                        return Replaced(id: id, whose: "\(row.key.name)\(owner)")
                    }
            }
        webhooks = try ledger.objects(of: Permission.webhookManage.rawValue, because: reason)
            .compactMap { id in
                try ledger.webhook(id)
                    .map { row in
                        let host = WebhookTarget(row.webhook.url)?.host ?? row.webhook.url
                        return Replaced(id: id, whose: host)
                    }
            }
        credentials = try ledger.objects(of: CredentialAct.expose.rawValue, because: reason)
    }

    /// The notice of the office as it is now; nil for one whose keys never changed.
    package static func current(
        _ view: OfficeView,
        at now: Moment
    ) throws -> (notice: KeyNotice, incarnation: String)? {
        guard let state = try ResumeState(view.directory) else { return nil }
        let notice = try KeyNotice(state, view.profile, view.ledger, at: now)
        return (notice, state.incarnation.description)
    }

    /// English for those abroad, and the office's own language.
    var languages: [Language] {
        profile.language == .english ? [.english] : [.english, profile.language]
    }

    /// The page as lines; what it says in each language stands by itself.
    package var text: String {
        languages.map { language in
            sections(language)
                .map { section in
                    ([section.heading] + section.lines).joined(separator: "\n")
                }
                .joined(separator: "\n\n")
        }
        .joined(separator: "\n\n\n") + "\n"
    }

    /// A heading with what stands under it.
    struct Section: Hashable, Sendable {
        let heading: String
        let lines: [String]
        /// Keys and numbers, which are compared letter by letter.
        var isExact = false
    }

    /// Partners are asked for something only where they had something.
    private func whatToDo(isRestored: Bool) -> [SheetText] {
        guard isRestored else { return KeyNoticeTexts.ofKeys }
        let isAnyones = !keys.isEmpty || !webhooks.isEmpty
        return KeyNoticeTexts.all + (isAnyones ? [KeyNoticeTexts.partners] : [])
    }

    func sections(_ language: Language) -> [Section] {
        func say(_ text: SheetText) -> String { text.in(language) }
        guard let change = state.change else { return [] }
        let isRestored = state.before.cause == .restored
        var sections = [
            Section(
                heading: say(KeyNoticeTexts.title),
                lines: [say(isRestored ? KeyNoticeTexts.restored : KeyNoticeTexts.rekeyed)]
            ),
            Section(
                heading: profile.operatorName,
                lines: [
                    "\(say(KeyNoticeTexts.log)): \(change.to.name)",
                    "\(say(KeyNoticeTexts.date)): \(day.text)",
                    "\(say(KeyNoticeTexts.incarnation)): \(state.incarnation)",
                    "\(say(KeyNoticeTexts.before)): \(state.before.incarnation), "
                        + "\(say(KeyNoticeTexts.size)) \(state.before.size)",
                ]
            ),
            Section(
                heading: say(KeyNoticeTexts.newKey),
                lines: ["\(change.to)"],
                isExact: true
            ),
            Section(
                heading: say(KeyNoticeTexts.oldKey)
                    .replacing("{size}", with: "\(change.size)"),
                lines: ["\(change.from)"],
                isExact: true
            ),
            Section(
                heading: say(KeyNoticeTexts.whatToDo),
                lines: whatToDo(isRestored: isRestored)
                    .map { say($0).replacing("{size}", with: "\(change.size)") }
            ),
        ]
        for (heading, list) in [
            (KeyNoticeTexts.keys, keys.map { "\($0.id)  \($0.whose)" }),
            (KeyNoticeTexts.webhooks, webhooks.map { "\($0.id)  \($0.whose)" }),
            (KeyNoticeTexts.credentials, credentials),
        ] where !list.isEmpty {
            sections.append(Section(heading: say(heading), lines: list, isExact: true))
        }
        return sections
    }
}
