import Mail

/// What a message to a sender says around the advisory's own words.
enum TellingTexts {
    static let update = SheetText(
        en: "Update: {title}",
        fr: "Mise à jour : {title}",
        it: "Aggiornamento: {title}",
        de: "Neuer Stand: {title}",
        nl: "Update: {title}"
    )
    static let ended = SheetText(
        en: "Over: {title}",
        fr: "Terminé : {title}",
        it: "Concluso: {title}",
        de: "Beendet: {title}",
        nl: "Voorbij: {title}"
    )
    static let items = SheetText(
        en: "This is about items that you gave us or announced to us: {count}.",
        fr: "Cela concerne des envois que vous nous avez confiés ou annoncés : {count}.",
        it: "Riguarda invii che ci ha affidato o annunciato: {count}.",
        de: "Es geht um Sendungen, die Sie uns gegeben oder angekündigt haben: {count}.",
        nl: "Dit gaat over zendingen die u ons gaf of aankondigde: {count}."
    )
    static let over = SheetText(
        en: "This is over since {time}. What we told you about it no longer applies.",
        fr: "C’est terminé depuis le {time}. Ce que nous vous en avions dit ne vaut plus.",
        it: "È concluso dal {time}. Quanto Le avevamo comunicato non vale più.",
        de: "Das ist seit {time} vorbei. Was wir Ihnen dazu mitgeteilt haben, gilt nicht mehr.",
        nl: "Dit is voorbij sinds {time}. Wat wij u erover meldden, geldt niet meer."
    )
    static let advice = SheetText(
        en: "What to do",
        fr: "Que faire",
        it: "Che cosa fare",
        de: "Was Sie tun können",
        nl: "Wat u kunt doen"
    )
    static let since = SheetText(
        en: "Since: {time}",
        fr: "Depuis : {time}",
        it: "Dal: {time}",
        de: "Seit: {time}",
        nl: "Sinds: {time}"
    )
    static let until = SheetText(
        en: "Expected until: {time}",
        fr: "Prévu jusqu’au : {time}",
        it: "Previsto fino al: {time}",
        de: "Voraussichtlich bis: {time}",
        nl: "Verwacht tot: {time}"
    )
    static let untilUnknown = SheetText(
        en: "Until when is not known.",
        fr: "La date de fin n’est pas connue.",
        it: "La fine non è nota.",
        de: "Bis wann, ist nicht bekannt.",
        nl: "Tot wanneer is niet bekend."
    )
    static let next = SheetText(
        en: "We tell you more by: {time}",
        fr: "Nous vous en dirons plus d’ici au : {time}",
        it: "Ulteriori notizie entro il: {time}",
        de: "Mehr erfahren Sie bis: {time}",
        nl: "Meer hoort u uiterlijk: {time}"
    )
    static let read = SheetText(
        en: "The newest is always here: {address}",
        fr: "Les dernières nouvelles sont toujours ici : {address}",
        it: "Le ultime notizie sono sempre qui: {address}",
        de: "Das Neueste steht immer hier: {address}",
        nl: "Het nieuwste staat altijd hier: {address}"
    )
}

extension SheetText {
    /// In a language, with what stands in braces put in.
    func filled(_ language: Language, _ name: String = "", _ value: String = "") -> String {
        let text = self.in(language)
        guard !name.isEmpty, let range = text.firstRange(of: "{\(name)}") else { return text }
        return text[..<range.lowerBound] + value + text[range.upperBound...]
    }
}
