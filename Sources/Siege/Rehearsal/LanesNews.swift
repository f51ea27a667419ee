import Mail
import Office

/// What the public was told in the rehearsal: one advisory, updated with each event that changes what
/// goes, and over when all is restored.
///
/// Its words are ours; what it says is so is what the lane plan says at that moment.
enum LanesNews: String, CaseIterable {
    case attack
    case stop
    case letters
    case counters
    case backlog
    case rest
    case signed
    case tracked

    static let name = "international-mail"

    /// As the public reads it, in the order of ``Language``'s cases below.
    private struct Words {
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

    private static let title = Words(
        en: "Mail to other countries",
        fr: "Courrier vers l’étranger",
        it: "Posta per l’estero",
        de: "Post ins Ausland",
        nl: "Post naar het buitenland"
    )

    private var what: Words {
        switch self {
        case .attack:
            Words(
                en: "We take in mail to other countries, and hold it.",
                fr: "Nous acceptons le courrier vers l’étranger et le gardons.",
                it: "Accettiamo la posta per l’estero e la tratteniamo.",
                de: "Wir nehmen Post ins Ausland an und bewahren sie auf.",
                nl: "Wij nemen post naar het buitenland aan en houden die vast."
            )
        case .stop:
            Words(
                en: "We cannot send anything to other countries.",
                fr: "Nous ne pouvons rien envoyer à l’étranger.",
                it: "Non possiamo spedire nulla all’estero.",
                de: "Wir können nichts ins Ausland schicken.",
                nl: "Wij kunnen niets naar het buitenland sturen."
            )
        case .letters:
            Words(
                en: "Letters go again online, in **limited numbers**.",
                fr: "Les lettres partent à nouveau en ligne, en **nombre limité**.",
                it: "Le lettere ripartono online, in **numero limitato**.",
                de: "Briefe gehen online wieder, in **begrenzter Zahl**.",
                nl: "Brieven gaan online weer, in **beperkt aantal**."
            )
        case .counters:
            Words(
                en: "Letters go again at counters, too.",
                fr: "Les lettres partent aussi à nouveau aux guichets.",
                it: "Le lettere ripartono anche dagli sportelli.",
                de: "Briefe gehen auch am Schalter wieder.",
                nl: "Brieven gaan ook aan het loket weer."
            )
        case .backlog:
            Words(
                en: "What waits here for France and the Netherlands begins to leave.",
                fr: "Ce qui attend ici pour la France et les Pays-Bas commence à partir.",
                it: "Ciò che attende qui per Francia e Paesi Bassi comincia a partire.",
                de: "Was hier für Frankreich und die Niederlande wartet, geht nach und nach.",
                nl: "Wat hier voor Frankrijk en Nederland wacht, begint te vertrekken."
            )
        case .rest:
            Words(
                en: "What waits here for any destination begins to leave.",
                fr: "Ce qui attend ici, quelle que soit la destination, commence à partir.",
                it: "Ciò che attende qui per ogni destinazione comincia a partire.",
                de: "Was hier für irgendein Ziel wartet, geht nach und nach.",
                nl: "Wat hier voor welke bestemming ook wacht, begint te vertrekken."
            )
        case .signed:
            Words(
                en: "Registered items go again online.",
                fr: "Les recommandés partent à nouveau en ligne.",
                it: "Le raccomandate ripartono online.",
                de: "Einschreiben gehen online wieder.",
                nl: "Aangetekende zendingen gaan online weer."
            )
        case .tracked:
            Words(
                en: "Tracked packets go again online. Counters take no parcels yet.",
                fr:
                    "Les paquets suivis partent à nouveau en ligne. Pas encore de colis aux guichets.",
                it: "I pacchetti tracciati ripartono online. Agli sportelli ancora niente pacchi.",
                de: "Verfolgte Päckchen gehen online wieder. Am Schalter noch keine Pakete.",
                nl: "Gevolgde pakjes gaan online weer. Aan het loket nog geen pakketten."
            )
        }
    }

    private var advice: Words {
        self == .stop
            ? Words(
                en: "Please post nothing to other countries. What we have is safe and not lost.",
                fr: "Ne postez rien vers l’étranger. Ce que nous avons est en sûreté.",
                it: "Non spedisca nulla all’estero. Ciò che abbiamo è al sicuro.",
                de: "Geben Sie nichts ins Ausland auf. Was wir haben, ist sicher.",
                nl: "Verstuur niets naar het buitenland. Wat wij hebben, is veilig."
            )
            : Words(
                en: "What we have is safe and not lost; you need do nothing.",
                fr: "Ce que nous avons est en sûreté ; vous n’avez rien à faire.",
                it: "Ciò che abbiamo è al sicuro; non deve fare nulla.",
                de: "Was wir haben, ist sicher; Sie müssen nichts tun.",
                nl: "Wat wij hebben, is veilig; u hoeft niets te doen."
            )
    }

    /// What is published, with the promise of the next update.
    func content(since: Moment, next: Moment) throws -> AdvisoryContent {
        let texts = try Language.allCases.map { language in
            (
                language,
                try AdvisoryText(
                    title: Self.title.in(language),
                    what: what.in(language),
                    advice: advice.in(language)
                )
            )
        }
        return AdvisoryContent(
            kind: self == .stop || self == .attack ? .outage : .warning,
            lanes: [.any],
            since: since,
            nextUpdate: next,
            texts: try AdvisoryTexts(Dictionary(uniqueKeysWithValues: texts))
        )
    }
}
