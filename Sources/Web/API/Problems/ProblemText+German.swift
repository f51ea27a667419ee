// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension ProblemText {
    static let german: [ProblemCode: ProblemText] = [
        .jsonMalformed: ProblemText(
            "Der Rumpf ist kein JSON",
            "Erwartet ein JSON-Text in UTF-8; {found}.",
            "Berichtigen Sie den Rumpf an diesem Byte und senden Sie ihn erneut; nichts wurde gespeichert."
        ),
        .parameterUnknown: ProblemText(
            "Die Anfrage hat einen Parameter, den diese Adresse nicht kennt",
            "Erwartet einer von {known}; gefunden {name}.",
            "Berichtigen Sie den Namen des Parameters, oder lassen Sie ihn weg."
        ),
        .parameterInvalid: ProblemText(
            "Ein Parameter ist nicht lesbar",
            "{name}: erwartet {expected}, gefunden {found}.",
            "Berichtigen Sie den Parameter und fragen Sie erneut."
        ),
        .headerInvalid: ProblemText(
            "Ein Kopffeld ist nicht lesbar",
            "{name}: erwartet {expected}, gefunden {found}.",
            "Berichtigen Sie das Kopffeld und senden Sie die Anfrage erneut; nichts wurde gespeichert."
        ),
        .cursorInvalid: ProblemText(
            "Der Cursor gehört nicht zu dieser Liste",
            "Erwartet der Cursor der vorigen Seite, mit denselben Filtern; gefunden ein anderer Text.",
            "Beginnen Sie die Liste ohne Cursor neu; ein Cursor endet, wenn das Amt neu startet."
        ),
        .requestMalformed: ProblemText(
            "Die Anfrage ist nicht lesbar",
            "Erwartet eine Anfrage nach HTTP; {found}.",
            "Berichtigen Sie die Anfrage und senden Sie sie erneut; nichts wurde gespeichert."
        ),
        .bodyTooLarge: ProblemText(
            "Der Rumpf ist zu groß",
            "Erwartet höchstens {limit} Byte; es kamen mehr.",
            "Senden Sie weniger Sendungen auf einmal, oder liefern Sie eine Datei ein."
        ),
        .mediaTypeUnsupported: ProblemText(
            "Dieser Medientyp wird hier nicht angenommen",
            "Erwartet Content-Type application/json ohne Kompression; gefunden ein anderer.",
            "Senden Sie den Rumpf als JSON in UTF-8, mit Content-Type: application/json."
        ),
        .methodNotAllowed: ProblemText(
            "Die Adresse nimmt diese Methode nicht",
            "Erwartet {allowed}; gefunden eine andere Methode.",
            "Verwenden Sie eine der Methoden im Kopffeld Allow."
        ),
        .preconditionMissing: ProblemText(
            "Die Anfrage sagt nicht, welche Fassung sie ändert",
            "Erwartet If-Match mit dem gezeigten ETag; gefunden keines.",
            "Rufen Sie die Sendung ab und senden Sie ihren ETag als If-Match."
        ),
        .versionStale: ProblemText(
            "Die Sendung wurde geändert, seit sie gelesen wurde",
            "Erwartet Fassung {expected}, gefunden {found}.",
            "Rufen Sie die Sendung erneut ab und wiederholen Sie die Änderung am jetzigen Stand."
        ),
        .idempotencyKeyReused: ProblemText(
            "Der Idempotency-Key kam schon mit einem anderen Rumpf",
            "Erwartet der Rumpf, der zuerst mit diesem Schlüssel kam; gefunden ein anderer.",
            "Nehmen Sie für eine neue Anfrage einen neuen Schlüssel; wiederholen Sie eine Anfrage mit ihrem eigenen Rumpf."
        ),
        .requestTimedOut: ProblemText(
            "Die Anfrage brauchte zu lange",
            "Erwartet die ganze Anfrage in der Zeit; der Rest kam nicht.",
            "Senden Sie sie erneut, mit demselben Idempotency-Key."
        ),
        .headerTooLarge: ProblemText(
            "Der Kopf ist zu groß",
            "Erwartet höchstens {limit} Byte und {fields} Felder in erster Zeile und Kopf; es kamen mehr.",
            "Senden Sie weniger davon."
        ),
        .tooManyConnections: ProblemText(
            "Das Amt hat so viele Verbindungen, wie es annimmt",
            "Erwartet Platz für eine weitere Verbindung; gefunden keiner.",
            "Versuchen Sie es gleich noch einmal, und halten Sie eine Verbindung für mehrere Anfragen offen."
        ),
        .unauthenticated: ProblemText(
            "Niemand weiß, wer fragt",
            "Erwartet ein gültiger Zugangsschlüssel oder eine Sitzung; gefunden nichts.",
            "Senden Sie Authorization: Bearer mit einem Schlüssel dieses Amts, der weder widerrufen noch abgelaufen ist."
        ),
        .keyRefused: ProblemText(
            "Der Schlüssel öffnet hier nichts",
            "Erwartet ein vollständiger Schlüssel dieses Amts, weder gesperrt noch abgelaufen; gefunden {found}.",
            "Kopieren Sie den Schlüssel noch einmal vollständig, oder bitten Sie die Verwaltung des Amts um einen neuen."
        ),
        .modeMismatch: ProblemText(
            "Der Schlüssel gehört zu einer anderen Betriebsart",
            "Erwartet ein Schlüssel für {office}, gefunden einer für {key}.",
            "Verwenden Sie einen Schlüssel dieses Amts, oder wenden Sie sich an das Amt für {key}; Testschlüssel erreichen nie echte Nummern."
        ),
        .notPermitted: ProblemText(
            "Das dürfen Sie nicht",
            "Erwartet das Recht {permission}; Ihre Rolle hat es nicht.",
            "Bitten Sie die Verwaltung des Amts um einen Schlüssel oder ein Konto mit diesem Recht."
        ),
        .csrf: ProblemText(
            "Die Anfrage kommt nicht von einer Seite dieses Amts",
            "Erwartet das Zeichen Ihrer Sitzung; gefunden keines oder ein anderes.",
            "Laden Sie die Seite neu und wiederholen Sie den Schritt."
        ),
        .customerNotYours: ProblemText(
            "Die Einlieferung nennt ein Konto, das nicht Ihres ist",
            "Erwartet Ihr eigenes Konto, gefunden {found}.",
            "Lassen Sie customer weg; es folgt aus Ihrem Schlüssel."
        ),
        .rateLimited: ProblemText(
            "Zu viele Anfragen",
            "Erwartet weniger Anfragen, als RateLimit erlaubt; gefunden mehr.",
            "Warten Sie {seconds} s und machen Sie dann weiter; nichts wurde gespeichert."
        ),
        .notFound: ProblemText(
            "Unter dieser Adresse ist nichts",
            "Erwartet eine Adresse der API; hier ist keine.",
            "Schlagen Sie die Adresse in /docs nach."
        ),
        .itemUnknown: ProblemText(
            "Keine solche Sendung",
            "Erwartet eine Sendung, die Sie sehen dürfen; keine hat diese Nummer.",
            "Prüfen Sie die Nummer, oder suchen Sie die Sendung nach ihrer Referenz: /v1/items?reference=…"
        ),
        .documentUnknown: ProblemText(
            "Die Sendung hat dieses Dokument nicht",
            "Erwartet ein Dokument dieser Sendung, gefunden {found}.",
            "Listen Sie die Dokumente der Sendung unter /v1/items/…/documents auf."
        ),
        .draftUnknown: ProblemText(
            "Kein solcher Entwurf",
            "Erwartet der Code eines Entwurfs, den Sie sehen dürfen; gefunden keiner.",
            "Prüfen Sie den Code: acht Buchstaben und Ziffern, ohne 0, O, 1, I und L."
        ),
        .webhookUnknown: ProblemText(
            "Kein solcher Webhook",
            "Erwartet einer Ihrer Webhooks, gefunden {found}.",
            "Listen Sie Ihre Webhooks unter /v1/webhooks auf."
        ),
        .eventUnknown: ProblemText(
            "Kein solches Ereignis",
            "Erwartet ein Ereignis, das dieser Webhook erhält, gefunden {found}.",
            "Listen Sie die Ereignisse unter /v1/events auf."
        ),
        .fieldsInvalid: ProblemText(
            "Einige Felder können nicht angenommen werden",
            "Erwartet die Felder dieser Anfrage; {count} davon sind falsch.",
            "Berichtigen Sie, was errors nennt, und senden Sie die Anfrage erneut; nichts wurde gespeichert."
        ),
        .lodgementRefused: ProblemText(
            "Die Einlieferung wurde abgelehnt",
            "Erwartet eine Einlieferung, die jede Regel annimmt; gefunden {count} Gründe zur Ablehnung.",
            "Berichtigen Sie, was errors nennt, und senden Sie sie erneut; dieselbe Referenz und derselbe Idempotency-Key gelten weiter."
        ),
        .referenceReused: ProblemText(
            "Die Referenz gehört zu einer anderen Sendung",
            "Erwartet der Inhalt, der unter {reference} eingeliefert wurde (Sendung {item}); gefunden anderer Inhalt.",
            "Nehmen Sie für eine neue Sendung eine neue Referenz, oder ändern Sie die Sendung, die sie hat."
        ),
        .laneClosed: ProblemText(
            "Der Weg ist geschlossen",
            "Erwartet war ein offener Weg; er ist geschlossen: {reason}.",
            "Liefern Sie die Sendung wieder ein, wenn der Weg offen ist: {resume}."
        ),
        .laneLimited: ProblemText(
            "Der Weg nimmt zurzeit nichts mehr an",
            "Erwartet war Platz unter der Grenze des Weges; sie ist erreicht: {reason}.",
            "Senden Sie dieselbe Anfrage später wieder: {resume}."
        ),
        .laneOrderUnknown: ProblemText(
            "Es gibt nichts mit diesem Namen",
            "Der Auftrag nennt etwas, das es nicht gibt: {found}.",
            "Lassen Sie auflisten, was es gibt, und nennen Sie eines davon."
        ),
        .laneOrderInvalid: ProblemText(
            "Der Auftrag zu den Wegen ist nicht ausführbar",
            "Der Auftrag sagt etwas, das nicht sein kann: {found}.",
            "Berichtigen Sie den Auftrag und senden Sie ihn noch einmal."
        ),
        .laneOrderRefused: ProblemText(
            "Der Auftrag zu den Wegen ist abgelehnt",
            "Es wurde nichts geändert: {found}.",
            "Sehen Sie Plan und Wartendes an, wie sie jetzt sind, und geben Sie einen anderen Auftrag."
        ),
        .laneApprovalMissing: ProblemText(
            "Es braucht eine zweite Person",
            "Es wurde nichts geändert: {found}.",
            "Lassen Sie es an der Maschine des Amtes von einer zweiten Person nennen: posthorn lane release plan … --approved-by."
        ),
        .advisoryInvalid: ProblemText(
            "Die Meldung kann nicht veröffentlicht werden",
            "Was gesendet wurde, kann nicht sein: {found}.",
            "Berichtigen Sie es und senden Sie es erneut."
        ),
        .advisoryEnded: ProblemText(
            "Die Meldung ist beendet",
            "{name} ist seit {ended} beendet.",
            "Veröffentlichen Sie Neues unter einem anderen Namen."
        ),
        .planStale: ProblemText(
            "Der Wegeplan ist inzwischen ein anderer",
            "Erwartet Plan {expected}, gefunden Plan {found}.",
            "Rufen Sie den Plan noch einmal ab und sehen Sie, was die Änderung jetzt bewirkt."
        ),
        .draftExpired: ProblemText(
            "Der Entwurf ist abgelaufen",
            "Erwartet ein Entwurf, der noch wartet; dieser lief am {expired} ab.",
            "Speichern Sie den Entwurf erneut und verwenden Sie den neuen Code."
        ),
        .draftBound: ProblemText(
            "Der Entwurf ist schon eine Sendung",
            "Erwartet ein Entwurf, der noch wartet; er wurde zur Sendung {item}.",
            "Machen Sie mit der Sendung weiter: /v1/items/{item}"
        ),
        .moveIllegal: ProblemText(
            "Die Sendung kann von ihrem Stand nicht dorthin",
            "Erwartet ein Stand, der {to} werden kann; gefunden {from}.",
            "Rufen Sie die Sendung ab, um zu sehen, wo sie steht und was möglich ist."
        ),
        .numberWouldChange: ProblemText(
            "Die geänderte Sendung bräuchte eine andere Nummer",
            "Erwartet ein Produkt der Serie {from}; gefunden eines der Serie {to}.",
            "Stornieren Sie diese Sendung und liefern Sie eine neue ein."
        ),
        .webhookInvalid: ProblemText(
            "Der Webhook ist nicht verwendbar",
            "Erwartet eine Adresse und Ereignisse, die zustellbar sind; {found}.",
            "Berichtigen Sie den Webhook und senden Sie ihn erneut."
        ),
        .proofPending: ProblemText(
            "Der Beweis wird erstellt",
            "Erwartet ein veröffentlichter Checkpoint, der Eintrag {entry} deckt; der neueste deckt {size} Einträge.",
            "Fragen Sie in einer Sekunde erneut; der Eintrag selbst ist dauerhaft."
        ),
        .officeBusy: ProblemText(
            "Das Amt hat mehr zu tun, als es annimmt",
            "Erwartet Platz in der Warteschlange; gefunden keiner.",
            "Senden Sie die Anfrage nach Retry-After erneut, mit demselben Idempotency-Key; nichts wurde gespeichert."
        ),
        .officeClosing: ProblemText(
            "Das Amt schließt",
            "Erwartet ein Amt bei der Arbeit; dieses nimmt nichts mehr an.",
            "Senden Sie die Anfrage nach Retry-After erneut, mit demselben Idempotency-Key; nichts wurde gespeichert."
        ),
        .vaultUnavailable: ProblemText(
            "Zu wenige Tresore antworten",
            "Erwartet {expected} Tresore, die das Eingelieferte haben; gefunden {found}.",
            "Senden Sie dieselbe Anfrage nach Retry-After erneut; was schon erfasst ist, wird gefunden und nicht doppelt erfasst."
        ),
        .notYetBack: ProblemText(
            "Dieser Teil der Geschichte ist noch nicht zurück",
            "Erwartet ein Eintrag, der hier ist; {back} von {total} Einträgen sind zurück, eine Wiederherstellung holt die übrigen noch.",
            "Fragen Sie nach Retry-After erneut; eingeliefert werden kann derweil."
        ),
        .journalDamaged: ProblemText(
            "Das Amt setzt sein Journal instand",
            "Erwartet ein unversehrtes Journal; es ist beschädigt und wird aus einem Tresor instand gesetzt.",
            "Senden Sie dieselbe Anfrage nach Retry-After erneut; gespeichert wurde nichts."
        ),
        .officeFault: ProblemText(
            "Im Amt stimmt etwas nicht",
            "Erwartet, dass das Amt dies tut; es konnte nicht, der Grund steht in seinem eigenen Protokoll.",
            "Senden Sie die Anfrage mit demselben Idempotency-Key erneut; scheitert sie wieder, nennen Sie dem Amt die request_id."
        ),
    ]
}
