// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension ProblemText {
    static let italian: [ProblemCode: ProblemText] = [
        .jsonMalformed: ProblemText(
            "Il corpo non è JSON",
            "Atteso un testo JSON in UTF-8; {found}.",
            "Correggere il corpo a quel byte e inviarlo di nuovo; nulla è stato registrato."
        ),
        .parameterUnknown: ProblemText(
            "La richiesta ha un parametro che questo indirizzo non conosce",
            "Atteso uno di {known}; trovato {name}.",
            "Correggere il nome del parametro, o tralasciarlo."
        ),
        .parameterInvalid: ProblemText(
            "Un parametro non è leggibile",
            "{name}: atteso {expected}, trovato {found}.",
            "Correggere il parametro e chiedere di nuovo."
        ),
        .headerInvalid: ProblemText(
            "Un'intestazione non è leggibile",
            "{name}: atteso {expected}, trovato {found}.",
            "Correggere l'intestazione e inviare di nuovo la richiesta; nulla è stato registrato."
        ),
        .cursorInvalid: ProblemText(
            "Il cursore non appartiene a questo elenco",
            "Atteso il cursore della pagina precedente, con gli stessi filtri; trovato un altro testo.",
            "Ricominciare l'elenco senza cursore; un cursore decade quando l'ufficio riparte."
        ),
        .requestMalformed: ProblemText(
            "La richiesta non è leggibile",
            "Attesa una richiesta conforme a HTTP; {found}.",
            "Correggere la richiesta e inviarla di nuovo; nulla è stato registrato."
        ),
        .bodyTooLarge: ProblemText(
            "Il corpo è troppo grande",
            "Attesi al massimo {limit} byte; ne sono arrivati di più.",
            "Inviare meno invii alla volta, o depositare un file."
        ),
        .mediaTypeUnsupported: ProblemText(
            "Il tipo del corpo non è accettato qui",
            "Atteso Content-Type application/json senza compressione; trovato un altro.",
            "Inviare il corpo come JSON in UTF-8, con Content-Type: application/json."
        ),
        .methodNotAllowed: ProblemText(
            "L'indirizzo non accetta questo metodo",
            "Atteso {allowed}; trovato un altro metodo.",
            "Usare uno dei metodi indicati in Allow."
        ),
        .preconditionMissing: ProblemText(
            "La richiesta non dice quale versione modifica",
            "Atteso If-Match con l'ETag mostrato; non trovato.",
            "Leggere l'invio e mandare il suo ETag come If-Match."
        ),
        .versionStale: ProblemText(
            "L'invio è stato modificato dopo essere stato letto",
            "Attesa la versione {expected}, trovata {found}.",
            "Leggere di nuovo l'invio e ripetere la modifica su ciò che c'è ora."
        ),
        .idempotencyKeyReused: ProblemText(
            "La Idempotency-Key è già arrivata con un altro corpo",
            "Atteso il corpo arrivato la prima volta con questa chiave; trovato un altro.",
            "Usare una chiave nuova per una richiesta nuova; ripetere una richiesta con il suo stesso corpo."
        ),
        .requestTimedOut: ProblemText(
            "La richiesta ha impiegato troppo ad arrivare",
            "Attesa l'intera richiesta in tempo; il resto non è arrivato.",
            "Inviarla di nuovo, con la stessa Idempotency-Key."
        ),
        .headerTooLarge: ProblemText(
            "L'intestazione è troppo grande",
            "Attesi al massimo {limit} byte e {fields} campi nella prima riga e nell'intestazione; ne sono arrivati di più.",
            "Inviarne di meno."
        ),
        .tooManyConnections: ProblemText(
            "L'ufficio ha tutte le connessioni che accetta",
            "Atteso posto per un'altra connessione; non trovato.",
            "Riprovare fra un momento, e tenere aperta una connessione per più richieste."
        ),
        .unauthenticated: ProblemText(
            "Non si sa chi chiede",
            "Attesa una chiave di accesso o una sessione valida; non trovata.",
            "Inviare Authorization: Bearer con una chiave di questo ufficio, né revocata né scaduta."
        ),
        .keyRefused: ProblemText(
            "La chiave qui non apre nulla",
            "Attesa una chiave di questo ufficio, intera, né revocata né scaduta; trovato {found}.",
            "Copiare di nuovo la chiave, intera, o chiederne una nuova a un amministratore dell'ufficio."
        ),
        .modeMismatch: ProblemText(
            "La chiave è di un'altra modalità",
            "Attesa una chiave {office}, trovata una chiave {key}.",
            "Usare una chiave di questo ufficio, o rivolgersi all'ufficio {key}; una chiave di prova non raggiunge mai numeri reali."
        ),
        .notPermitted: ProblemText(
            "Questo non le è permesso",
            "Atteso il permesso {permission}; il suo ruolo non lo ha.",
            "Chiedere a un amministratore dell'ufficio una chiave o un conto con quel permesso."
        ),
        .csrf: ProblemText(
            "La richiesta non viene da una pagina di questo ufficio",
            "Atteso il token della sessione; mancante o diverso.",
            "Ricaricare la pagina e ripetere l'operazione."
        ),
        .customerNotYours: ProblemText(
            "Il deposito indica un conto che non è il suo",
            "Atteso il proprio conto, trovato {found}.",
            "Tralasciare customer; si ricava dalla chiave."
        ),
        .rateLimited: ProblemText(
            "Troppe richieste",
            "Attese meno richieste di quante RateLimit consente; trovate di più.",
            "Attendere {seconds} s, poi continuare; nulla è stato registrato."
        ),
        .notFound: ProblemText(
            "A questo indirizzo non c'è nulla",
            "Atteso un indirizzo dell'API; qui non ce n'è.",
            "Cercare l'indirizzo in /docs."
        ),
        .itemUnknown: ProblemText(
            "Invio inesistente",
            "Atteso un invio che le è visibile; nessuno ha questo identificativo.",
            "Controllare l'identificativo, o cercare l'invio per riferimento: /v1/items?reference=…"
        ),
        .documentUnknown: ProblemText(
            "L'invio non ha questo documento",
            "Atteso un documento di questo invio, trovato {found}.",
            "Elencare i documenti dell'invio in /v1/items/…/documents."
        ),
        .draftUnknown: ProblemText(
            "Bozza inesistente",
            "Atteso il codice di una bozza che le è visibile; non trovata.",
            "Controllare il codice: otto lettere e cifre, senza 0, O, 1, I e L."
        ),
        .webhookUnknown: ProblemText(
            "Webhook inesistente",
            "Atteso un suo webhook, trovato {found}.",
            "Elencare i propri webhook in /v1/webhooks."
        ),
        .eventUnknown: ProblemText(
            "Evento inesistente",
            "Atteso un evento che questo webhook riceve, trovato {found}.",
            "Elencare gli eventi in /v1/events."
        ),
        .fieldsInvalid: ProblemText(
            "Alcuni campi non sono accettabili",
            "Attesi i campi di questa richiesta; {count} sono sbagliati.",
            "Correggere ciò che errors indica e inviare di nuovo la richiesta; nulla è stato registrato."
        ),
        .lodgementRefused: ProblemText(
            "Il deposito è stato rifiutato",
            "Atteso un deposito conforme a ogni regola; trovati {count} motivi di rifiuto.",
            "Correggere ciò che errors indica e inviare di nuovo; si possono usare lo stesso riferimento e la stessa Idempotency-Key."
        ),
        .referenceReused: ProblemText(
            "Il riferimento appartiene a un altro invio",
            "Atteso il contenuto depositato con {reference} (invio {item}); trovato un altro contenuto.",
            "Usare un riferimento nuovo per un invio nuovo, o modificare l'invio che lo porta."
        ),
        .laneClosed: ProblemText(
            "La via è chiusa",
            "Era attesa una via aperta; è chiusa: {reason}.",
            "Consegni di nuovo l’invio alla riapertura: {resume}."
        ),
        .laneLimited: ProblemText(
            "La via per ora non accetta altro",
            "Era atteso spazio entro il limite della via; è esaurito: {reason}.",
            "Mandi di nuovo la stessa richiesta più tardi: {resume}."
        ),
        .laneOrderUnknown: ProblemText(
            "Non c'è nulla con questo nome",
            "L'ordine nomina ciò che non c'è: {found}.",
            "Elencare ciò che c'è e nominarne uno."
        ),
        .laneOrderInvalid: ProblemText(
            "L'ordine sulle vie non si può eseguire",
            "L'ordine dice ciò che non può essere: {found}.",
            "Correggere l'ordine e mandarlo di nuovo."
        ),
        .laneOrderRefused: ProblemText(
            "L'ordine sulle vie è rifiutato",
            "Nulla è cambiato: {found}.",
            "Guardare il piano e ciò che attende come sono ora, e dare un altro ordine."
        ),
        .laneApprovalMissing: ProblemText(
            "Serve una seconda persona",
            "Nulla è cambiato: {found}.",
            "Farlo nominare da una seconda persona sulla macchina dell'ufficio: posthorn lane release plan … --approved-by."
        ),
        .advisoryInvalid: ProblemText(
            "L’avviso non può essere pubblicato",
            "Quanto inviato non può essere: {found}.",
            "Lo corregga e lo invii di nuovo."
        ),
        .advisoryEnded: ProblemText(
            "L’avviso è concluso",
            "{name} è concluso dal {ended}.",
            "Pubblichi ciò che è nuovo con un altro nome."
        ),
        .planStale: ProblemText(
            "Il piano delle vie è ormai un altro",
            "Atteso il piano {expected}, trovato il piano {found}.",
            "Leggere di nuovo il piano e vedere che cosa gli fa ora la modifica."
        ),
        .draftExpired: ProblemText(
            "La bozza è scaduta",
            "Attesa una bozza ancora valida; questa è scaduta il {expired}.",
            "Salvare di nuovo la bozza e usare il nuovo codice."
        ),
        .draftBound: ProblemText(
            "La bozza è già un invio",
            "Attesa una bozza in attesa; è diventata l'invio {item}.",
            "Continuare con l'invio: /v1/items/{item}"
        ),
        .moveIllegal: ProblemText(
            "L'invio non può passare a quello stato",
            "Atteso uno stato da cui si può passare a {to}; trovato {from}.",
            "Leggere l'invio per vedere a che punto è e che cosa è possibile."
        ),
        .numberWouldChange: ProblemText(
            "L'invio modificato richiederebbe un altro numero",
            "Atteso un prodotto della serie {from}; trovato uno della serie {to}.",
            "Annullare questo invio e depositarne uno nuovo."
        ),
        .webhookInvalid: ProblemText(
            "Il webhook non è utilizzabile",
            "Attesi un indirizzo e degli eventi recapitabili; {found}.",
            "Correggere il webhook e inviarlo di nuovo."
        ),
        .proofPending: ProblemText(
            "La prova è in preparazione",
            "Atteso un checkpoint pubblicato che copra la voce {entry}; il più recente copre {size} voci.",
            "Chiedere di nuovo fra un secondo; la voce è comunque registrata in modo durevole."
        ),
        .officeBusy: ProblemText(
            "L'ufficio ha più lavoro di quanto ne accetti",
            "Atteso posto nella coda; non ce n'è.",
            "Inviare di nuovo la richiesta dopo Retry-After, con la stessa Idempotency-Key; nulla è stato registrato."
        ),
        .officeClosing: ProblemText(
            "L'ufficio sta chiudendo",
            "Atteso un ufficio in servizio; questo non accetta più nulla.",
            "Inviare di nuovo la richiesta dopo Retry-After, con la stessa Idempotency-Key; nulla è stato registrato."
        ),
        .vaultUnavailable: ProblemText(
            "Rispondono troppo pochi archivi",
            "Attesi {expected} archivi che abbiano quanto depositato; trovati {found}.",
            "Inviare di nuovo la stessa richiesta dopo Retry-After; ciò che è già registrato si ritrova, non si duplica."
        ),
        .notYetBack: ProblemText(
            "Quella parte della storia non è ancora tornata",
            "Attesa una voce presente; sono tornate {back} voci su {total}, un ripristino sta ancora recuperando le altre.",
            "Chiedere di nuovo dopo Retry-After; intanto si può depositare."
        ),
        .journalDamaged: ProblemText(
            "L'ufficio ripara il suo giornale",
            "Atteso un giornale integro; è stato trovato un danno, che viene riparato da un caveau.",
            "Inviare di nuovo la stessa richiesta dopo Retry-After; nulla è stato registrato."
        ),
        .officeFault: ProblemText(
            "Qualcosa non va nell'ufficio",
            "Atteso che l'ufficio lo facesse; non ha potuto, e il motivo è nel suo registro.",
            "Inviare di nuovo la richiesta con la stessa Idempotency-Key; se fallisce ancora, comunicare all'ufficio il request_id."
        ),
    ]
}
