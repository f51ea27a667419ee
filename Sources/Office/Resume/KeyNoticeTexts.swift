/// What the notice of changed keys says, to people who do not know the office's software.
enum KeyNoticeTexts {
    static let title = SheetText(
        en: "Notice: the keys of this office have changed",
        fr: "Avis : les clés de ce bureau ont changé",
        it: "Avviso: le chiavi di questo ufficio sono cambiate",
        de: "Mitteilung: Die Schlüssel dieser Stelle haben sich geändert",
        nl: "Mededeling: de sleutels van dit kantoor zijn veranderd"
    )
    static let restored = SheetText(
        en: """
            The office was restored from its vaults. Its former machines may be in \
            other hands: what they sign or send from now on is not from this office.
            """,
        fr: """
            Le bureau a été restauré depuis ses coffres. Ses anciennes machines sont \
            peut-être en d’autres mains : ce qu’elles signent ou envoient désormais \
            ne vient pas de ce bureau.
            """,
        it: """
            L’ufficio è stato ripristinato dalle sue copie protette. Le macchine di \
            prima possono essere in altre mani: ciò che firmano o inviano da ora non \
            viene da questo ufficio.
            """,
        de: """
            Die Stelle wurde aus ihren Tresoren wiederhergestellt. Ihre früheren \
            Rechner können in fremden Händen sein: Was sie von nun an unterschreiben \
            oder senden, kommt nicht von dieser Stelle.
            """,
        nl: """
            Het kantoor is uit zijn kluizen hersteld. De vroegere machines kunnen in \
            andere handen zijn: wat zij voortaan ondertekenen of versturen, komt \
            niet van dit kantoor.
            """
    )
    static let rekeyed = SheetText(
        en: "The office has changed the key that signs its journal.",
        fr: "Le bureau a changé la clé qui signe son journal.",
        it: "L’ufficio ha cambiato la chiave che firma il suo giornale.",
        de: "Die Stelle hat den Schlüssel gewechselt, der ihr Journal unterschreibt.",
        nl: "Het kantoor heeft de sleutel gewisseld die zijn journaal ondertekent."
    )
    static let log = SheetText(
        en: "Log",
        fr: "Journal",
        it: "Registro",
        de: "Log",
        nl: "Logboek"
    )
    static let date = SheetText(
        en: "Date",
        fr: "Date",
        it: "Data",
        de: "Datum",
        nl: "Datum"
    )
    static let incarnation = SheetText(
        en: "Incarnation",
        fr: "Incarnation",
        it: "Incarnazione",
        de: "Inkarnation",
        nl: "Incarnatie"
    )
    static let before = SheetText(
        en: "Continues",
        fr: "Continue",
        it: "Continua",
        de: "Setzt fort",
        nl: "Vervolgt"
    )
    static let size = SheetText(
        en: "from size",
        fr: "à partir de la taille",
        it: "dalla dimensione",
        de: "ab Größe",
        nl: "vanaf grootte"
    )
    static let newKey = SheetText(
        en: "New verifier key",
        fr: "Nouvelle clé de vérification",
        it: "Nuova chiave di verifica",
        de: "Neuer Prüfschlüssel",
        nl: "Nieuwe controlesleutel"
    )
    static let oldKey = SheetText(
        en: "Old verifier key: it signs nothing larger than size {size}",
        fr: "Ancienne clé de vérification : elle ne signe rien au-delà de la taille {size}",
        it: "Vecchia chiave di verifica: non firma nulla oltre la dimensione {size}",
        de: "Alter Prüfschlüssel: Er unterschreibt nichts über Größe {size}",
        nl: "Oude controlesleutel: ondertekent niets groter dan {size}"
    )
    static let whatToDo = SheetText(
        en: "What to do",
        fr: "Ce qu’il faut faire",
        it: "Che cosa fare",
        de: "Was zu tun ist",
        nl: "Wat te doen"
    )
    static let check = SheetText(
        en: """
            Everybody: make sure of this notice by telephone, on a number that you \
            knew before.
            """,
        fr: "Tous : vérifiez cet avis par téléphone, à un numéro que vous connaissiez déjà.",
        it: "Tutti: verificare questo avviso per telefono, a un numero già noto.",
        de: "Alle: Diese Mitteilung telefonisch prüfen, unter einer schon bekannten Nummer.",
        nl: "Iedereen: controleer deze mededeling per telefoon, op een nummer dat u al kende."
    )
    static let witnesses = SheetText(
        en: """
            Witnesses: under the same log name, put the new key in the place of the \
            old one. Keep what you recorded of the log: the new tree continues it.
            """,
        fr: """
            Témoins : sous le même nom, remplacez l’ancienne clé par la nouvelle. \
            Gardez votre état du journal : le nouvel arbre le continue.
            """,
        it: """
            Testimoni: sotto lo stesso nome, sostituire la vecchia chiave con la \
            nuova. Conservare lo stato del registro: il nuovo albero lo continua.
            """,
        de: """
            Zeugen: Unter demselben Lognamen den alten Schlüssel durch den neuen \
            ersetzen. Den Stand des Logs behalten: Der neue Baum setzt ihn fort.
            """,
        nl: """
            Getuigen: vervang onder dezelfde naam de oude sleutel door de nieuwe. \
            Bewaar uw stand van het logboek: de nieuwe boom vervolgt die.
            """
    )
    static let verifiers = SheetText(
        en: """
            Whoever verifies: use the new key. Checkpoints up to size {size} stay \
            good under the old one; larger ones under it are not ours.
            """,
        fr: """
            Qui vérifie : utilisez la nouvelle clé. Jusqu’à la taille {size}, \
            l’ancienne reste valable ; au-delà, ce n’est pas nous.
            """,
        it: """
            Chi verifica: usare la nuova chiave. Fino alla dimensione {size} vale la \
            vecchia; oltre, non siamo noi.
            """,
        de: """
            Wer prüft: den neuen Schlüssel benutzen. Bis Größe {size} gilt der alte; \
            Größeres unter ihm ist nicht von uns.
            """,
        nl: """
            Wie controleert: gebruik de nieuwe sleutel. Tot grootte {size} geldt de \
            oude; wat groter is, is niet van ons.
            """
    )
    static let vaults = SheetText(
        en: "Vault operators: withdraw the old credentials, issue new ones, and delete nothing.",
        fr: """
            Opérateurs de coffres : retirez les anciens accès, émettez-en de \
            nouveaux, n’effacez rien.
            """,
        it: """
            Gestori delle copie: revocare i vecchi accessi, emetterne di nuovi, non \
            cancellare nulla.
            """,
        de: "Betreiber von Tresoren: alte Zugänge entziehen, neue ausstellen, nichts löschen.",
        nl: "Beheerders van kluizen: trek de oude toegang in, geef nieuwe, wis niets."
    )
    static let partners = SheetText(
        en: """
            Partners: the keys below open nothing any more. Ask for new ones by a \
            way that you know. What the secrets of the webhooks below sign is not \
            ours any more.
            """,
        fr: """
            Partenaires : les clés ci-dessous n’ouvrent plus rien. Demandez-en de \
            nouvelles par une voie connue. Les secrets des webhooks ci-dessous ne \
            signent plus pour nous.
            """,
        it: """
            Partner: le chiavi qui sotto non aprono più nulla. Chiederne di nuove \
            per una via nota. I segreti dei webhook qui sotto non firmano più per \
            noi.
            """,
        de: """
            Partner: Die Schlüssel unten öffnen nichts mehr. Neue auf bekanntem Weg \
            erbitten. Was die Geheimnisse der Webhooks unten unterschreiben, ist \
            nicht mehr von uns.
            """,
        nl: """
            Partners: de sleutels hieronder openen niets meer. Vraag nieuwe langs \
            een bekende weg. Wat de geheimen van de webhooks hieronder ondertekenen, \
            is niet meer van ons.
            """
    )
    static let keys = SheetText(
        en: "API keys that open nothing any more",
        fr: "Clés d’API qui n’ouvrent plus rien",
        it: "Chiavi API che non aprono più nulla",
        de: "API-Schlüssel, die nichts mehr öffnen",
        nl: "API-sleutels die niets meer openen"
    )
    static let webhooks = SheetText(
        en: "Webhooks whose secret was replaced",
        fr: "Webhooks dont le secret a été remplacé",
        it: "Webhook il cui segreto è stato sostituito",
        de: "Webhooks mit ersetztem Geheimnis",
        nl: "Webhooks waarvan het geheim is vervangen"
    )
    static let credentials = SheetText(
        en: "Credentials to be replaced by whoever gave them",
        fr: "Accès à remplacer par qui les a donnés",
        it: "Accessi da sostituire da chi li ha dati",
        de: "Zugänge, die ihr Aussteller ersetzen muss",
        nl: "Toegang te vervangen door wie die gaf"
    )

    /// What everybody has to do behind a restore.
    static let all = [check, witnesses, verifiers, vaults]
    /// What follows where the office itself has changed its signing key.
    static let ofKeys = [check, witnesses, verifiers]
}
