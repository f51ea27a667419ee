import Ledger
import Mail

/// What one sender is told, in the sender's language.
struct TellingLetter {
    let profile: OfficeProfile
    let calendar: OfficeCalendar
    let settings: AdvisorySettings
    let origin: String

    /// The language of a sender by the country of the address; the office's where that says nothing.
    static func language(of country: Country, _ office: Language) -> Language {
        switch country.code {
        case "IT", "SM", "VA": .italian
        case "FR", "MC": .french
        case "DE", "AT", "LI": .german
        case "NL": .dutch
        case "GB", "IE", "US", "AU", "NZ": .english
        default: office
        }
    }

    func message(
        _ untold: UntoldAdvisory,
        to address: MailAddress,
        in language: Language,
        items: Int,
        at now: Moment
    ) -> (file: String, message: MailMessage) {
        let name = untold.advisory.name
        let mark = MailMessage.mark(origin, name, untold.version, address.text)
        let said = untold.advisory.content.texts[language]
        let subject =
            switch untold.news {
            case .published: said.title
            case .updated: TellingTexts.update.filled(language, "title", said.title)
            case .ended: TellingTexts.ended.filled(language, "title", said.title)
            }
        // Until somebody says whose name mail bears, nobody's does: no mail system delivers that.
        let from = settings.from?.text ?? "not-set@office.invalid"
        let host = from.split(separator: "@").last.map(String.init) ?? ""
        let message = MailMessage(
            from: MailMessage.mailbox(profile.operatorName, from),
            to: address,
            subject: subject,
            id: "\(name.text).\(untold.version).\(mark)@\(host)",
            language: language,
            at: now,
            body: body(untold, said, language, items)
        )
        return ("\(name.text)-\(untold.version)-\(mark).eml", message)
    }

    private func body(
        _ untold: UntoldAdvisory,
        _ said: AdvisoryText,
        _ language: Language,
        _ items: Int
    ) -> String {
        let content = untold.advisory.content
        var parts = [said.title]
        if untold.news == .ended {
            parts.append(TellingTexts.over.filled(language, "time", calendar.text(untold.at)))
        } else {
            parts += [
                said.what.plain, TellingTexts.advice.in(language) + "\n" + said.advice.plain,
                times(content, language).joined(separator: "\n"),
            ]
        }
        parts.append(TellingTexts.items.filled(language, "count", String(items)))
        if let address = settings.address {
            let page = "\(address)/status/advisories/\(untold.advisory.name.text)"
            parts.append(TellingTexts.read.filled(language, "address", page))
        }
        parts.append(profile.operatorName)
        return parts.joined(separator: "\n\n")
    }

    private func times(_ content: AdvisoryContent, _ language: Language) -> [String] {
        func line(_ text: SheetText, _ moment: Moment) -> String {
            text.filled(language, "time", calendar.text(moment) + " (\(calendar.name))")
        }
        return [
            line(TellingTexts.since, content.since),
            content.until.map { line(TellingTexts.until, $0) }
                ?? TellingTexts.untilUnknown.in(language),
            content.nextUpdate.map { line(TellingTexts.next, $0) },
        ]
        .compactMap(\.self)
    }
}
