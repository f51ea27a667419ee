import Mail

/// A text of a recovery sheet in each language that an office may have.
struct SheetText: Hashable, Sendable {
    let en: String
    let fr: String
    let it: String
    let de: String
    let nl: String

    func `in`(_ language: Language) -> String {
        switch language {
        case .english: en
        case .french: fr
        case .italian: it
        case .german: de
        case .dutch: nl
        }
    }
}

/// What a recovery sheet says to somebody who has never seen one, at night.
enum SheetTexts {
    static let title = SheetText(
        en: "Recovery sheet {number} of {count}",
        fr: "Feuille de secours {number} sur {count}",
        it: "Foglio di recupero {number} di {count}",
        de: "Wiederherstellungsblatt {number} von {count}",
        nl: "Herstelblad {number} van {count}"
    )
    static let office = SheetText(
        en: "Office",
        fr: "Bureau",
        it: "Ufficio",
        de: "Stelle",
        nl: "Kantoor"
    )
    static let set = SheetText(
        en: "Set",
        fr: "Jeu",
        it: "Serie",
        de: "Satz",
        nl: "Reeks"
    )
    static let made = SheetText(
        en: "Made on",
        fr: "Établi le",
        it: "Creato il",
        de: "Erstellt am",
        nl: "Gemaakt op"
    )
    static let publicPart = SheetText(
        en: "Public part",
        fr: "Partie publique",
        it: "Parte pubblica",
        de: "Öffentlicher Teil",
        nl: "Openbaar deel"
    )
    static let opens = SheetText(
        en: """
            Any two of the three sheets of this set open every record of this office. \
            One sheet alone opens nothing.
            """,
        fr: """
            Deux des trois feuilles de ce jeu ouvrent toutes les données de ce bureau. \
            Une seule n’ouvre rien.
            """,
        it: """
            Due dei tre fogli di questa serie aprono tutti i dati di questo ufficio. \
            Uno solo non apre nulla.
            """,
        de: """
            Je zwei der drei Blätter dieses Satzes öffnen alle Daten dieser Stelle. \
            Ein Blatt allein öffnet nichts.
            """,
        nl: """
            Elke twee van de drie bladen van deze reeks openen alle gegevens van dit kantoor. \
            Eén blad alleen opent niets.
            """
    )
    static let howTo = SheetText(
        en: "How to use it",
        fr: "Mode d’emploi",
        it: "Come usarlo",
        de: "So wird es benutzt",
        nl: "Zo gebruikt u het"
    )
    static let steps = [
        SheetText(
            en: "Bring two sheets with the same set number to a clean machine without network.",
            fr: "Apportez deux feuilles du même jeu à une machine saine, sans réseau.",
            it: "Portare due fogli della stessa serie a una macchina pulita, senza rete.",
            de:
                "Zwei Blätter mit derselben Satznummer zu einem sauberen Rechner ohne Netz bringen.",
            nl: "Breng twee bladen van dezelfde reeks naar een schone computer zonder netwerk."
        ),
        SheetText(
            en: "Type the words of each sheet, in order, into a text file of its own.",
            fr:
                "Saisissez les mots de chaque feuille, dans l’ordre, dans un fichier texte chacune.",
            it: "Digitare le parole di ogni foglio, in ordine, in un file di testo per ciascuno.",
            de: "Die Wörter jedes Blatts der Reihe nach in je eine Textdatei tippen.",
            nl: "Typ de woorden van elk blad op volgorde in een eigen tekstbestand."
        ),
        SheetText(
            en: "A wrong word is found and its place named. Then check, and restore:",
            fr: "Un mot faux est détecté et situé. Puis vérifiez, et restaurez :",
            it: "Una parola errata viene trovata e indicata. Poi verificare e ripristinare:",
            de: "Ein falsches Wort wird erkannt und genannt. Dann prüfen und wiederherstellen:",
            nl: "Een fout woord wordt gevonden en aangewezen. Controleer daarna en herstel:"
        ),
    ]
    static let keep = [
        SheetText(
            en: "Seal it. Keep each sheet with another person, in another place.",
            fr: "Scellez-la. Gardez chaque feuille chez une autre personne, en un autre lieu.",
            it: "Sigillarlo. Custodire ogni foglio presso un’altra persona, in un altro luogo.",
            de:
                "Versiegeln. Jedes Blatt bei einer anderen Person, an einem anderen Ort aufbewahren.",
            nl: "Verzegel het. Bewaar elk blad bij een andere persoon, op een andere plaats."
        ),
        SheetText(
            en: "Never photograph it. If a sheet is lost or seen, hold a new ceremony.",
            fr: "Ne la photographiez jamais. Perdue ou vue : refaites une cérémonie.",
            it: "Mai fotografarlo. Se un foglio è perso o visto, ripetere la cerimonia.",
            de: "Nie fotografieren. Ist ein Blatt verloren oder gesehen worden: neue Zeremonie.",
            nl: "Nooit fotograferen. Is een blad kwijt of gezien: houd een nieuwe ceremonie."
        ),
    ]
}
