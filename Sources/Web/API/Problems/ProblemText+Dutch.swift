// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension ProblemText {
    static let dutch: [ProblemCode: ProblemText] = [
        .jsonMalformed: ProblemText(
            "De inhoud is geen JSON",
            "Verwacht één JSON-tekst in UTF-8; {found}.",
            "Verbeter de inhoud bij die byte en stuur hem opnieuw; er is niets opgeslagen."
        ),
        .parameterUnknown: ProblemText(
            "De aanvraag heeft een parameter die dit adres niet kent",
            "Verwacht een van {known}; gevonden {name}.",
            "Verbeter de naam van de parameter, of laat hem weg."
        ),
        .parameterInvalid: ProblemText(
            "Een parameter is niet leesbaar",
            "{name}: verwacht {expected}, gevonden {found}.",
            "Verbeter de parameter en vraag opnieuw."
        ),
        .headerInvalid: ProblemText(
            "Een header is niet leesbaar",
            "{name}: verwacht {expected}, gevonden {found}.",
            "Verbeter de header en stuur de aanvraag opnieuw; er is niets opgeslagen."
        ),
        .cursorInvalid: ProblemText(
            "De cursor hoort niet bij deze lijst",
            "Verwacht de cursor van de vorige pagina, met dezelfde filters; gevonden een andere tekst.",
            "Begin de lijst opnieuw zonder cursor; een cursor vervalt als het kantoor herstart."
        ),
        .requestMalformed: ProblemText(
            "De aanvraag is niet leesbaar",
            "Verwacht een aanvraag volgens HTTP; {found}.",
            "Verbeter de aanvraag en stuur haar opnieuw; er is niets opgeslagen."
        ),
        .bodyTooLarge: ProblemText(
            "De inhoud is te groot",
            "Verwacht hoogstens {limit} bytes; er kwamen er meer.",
            "Stuur minder zendingen tegelijk, of lever een bestand aan."
        ),
        .mediaTypeUnsupported: ProblemText(
            "Dit mediatype wordt hier niet aangenomen",
            "Verwacht Content-Type application/json zonder compressie; gevonden een ander.",
            "Stuur de inhoud als JSON in UTF-8, met Content-Type: application/json."
        ),
        .methodNotAllowed: ProblemText(
            "Het adres kent deze methode niet",
            "Verwacht {allowed}; gevonden een andere methode.",
            "Gebruik een van de methoden in de header Allow."
        ),
        .preconditionMissing: ProblemText(
            "De aanvraag zegt niet welke versie zij wijzigt",
            "Verwacht If-Match met de getoonde ETag; gevonden geen.",
            "Haal de zending op en stuur haar ETag als If-Match."
        ),
        .versionStale: ProblemText(
            "De zending is gewijzigd sinds zij gelezen werd",
            "Verwacht versie {expected}, gevonden {found}.",
            "Haal de zending opnieuw op en herhaal de wijziging op wat er nu staat."
        ),
        .idempotencyKeyReused: ProblemText(
            "De Idempotency-Key kwam eerder met een andere inhoud",
            "Verwacht de inhoud die eerst met deze sleutel kwam; gevonden een andere.",
            "Gebruik voor een nieuwe aanvraag een nieuwe sleutel; herhaal een aanvraag met haar eigen inhoud."
        ),
        .requestTimedOut: ProblemText(
            "De aanvraag deed er te lang over",
            "Verwacht de hele aanvraag op tijd; de rest kwam niet.",
            "Stuur haar opnieuw, met dezelfde Idempotency-Key."
        ),
        .headerTooLarge: ProblemText(
            "De kop is te groot",
            "Verwacht hoogstens {limit} bytes en {fields} velden in de eerste regel en de kop; er kwamen er meer.",
            "Stuur er minder."
        ),
        .tooManyConnections: ProblemText(
            "Het kantoor heeft zoveel verbindingen als het aanneemt",
            "Verwacht plaats voor nog een verbinding; gevonden geen.",
            "Probeer het zo meteen opnieuw, en houd een verbinding open voor meer dan een aanvraag."
        ),
        .unauthenticated: ProblemText(
            "Niemand weet wie er vraagt",
            "Verwacht een geldige toegangssleutel of sessie; gevonden geen.",
            "Stuur Authorization: Bearer met een sleutel van dit kantoor die niet ingetrokken of verlopen is."
        ),
        .keyRefused: ProblemText(
            "De sleutel opent hier niets",
            "Verwacht een hele sleutel van dit kantoor, niet ingetrokken en niet verlopen; gevonden {found}.",
            "Kopieer de sleutel opnieuw, in zijn geheel, of vraag een beheerder van het kantoor om een nieuwe."
        ),
        .modeMismatch: ProblemText(
            "De sleutel hoort bij een andere modus",
            "Verwacht een {office}-sleutel, gevonden een {key}-sleutel.",
            "Gebruik een sleutel van dit kantoor, of vraag het {key}-kantoor; testsleutels bereiken nooit echte nummers."
        ),
        .notPermitted: ProblemText(
            "Dit mag u niet",
            "Verwacht de bevoegdheid {permission}; uw rol heeft die niet.",
            "Vraag een beheerder van het kantoor om een sleutel of account met die bevoegdheid."
        ),
        .csrf: ProblemText(
            "De aanvraag komt niet van een pagina van dit kantoor",
            "Verwacht het token van uw sessie; gevonden geen, of een ander.",
            "Laad de pagina opnieuw en herhaal wat u deed."
        ),
        .customerNotYours: ProblemText(
            "De aanlevering noemt een account dat niet van u is",
            "Verwacht uw eigen account, gevonden {found}.",
            "Laat customer weg; het volgt uit uw sleutel."
        ),
        .rateLimited: ProblemText(
            "Te veel aanvragen",
            "Verwacht minder aanvragen dan RateLimit toestaat; gevonden meer.",
            "Wacht {seconds} s en ga dan verder; er is niets opgeslagen."
        ),
        .notFound: ProblemText(
            "Op dit adres is niets",
            "Verwacht een adres van de API; hier is er geen.",
            "Zoek het adres op in /docs."
        ),
        .itemUnknown: ProblemText(
            "Geen zo'n zending",
            "Verwacht een zending die u mag zien; geen heeft dit nummer.",
            "Controleer het nummer, of zoek de zending op haar referentie: /v1/items?reference=…"
        ),
        .documentUnknown: ProblemText(
            "De zending heeft dit document niet",
            "Verwacht een document van deze zending, gevonden {found}.",
            "Bekijk de documenten van de zending op /v1/items/…/documents."
        ),
        .draftUnknown: ProblemText(
            "Geen zo'n concept",
            "Verwacht de code van een concept dat u mag zien; gevonden geen.",
            "Controleer de code: acht letters en cijfers, zonder 0, O, 1, I en L."
        ),
        .webhookUnknown: ProblemText(
            "Geen zo'n webhook",
            "Verwacht een webhook van u, gevonden {found}.",
            "Bekijk uw webhooks op /v1/webhooks."
        ),
        .eventUnknown: ProblemText(
            "Geen zo'n gebeurtenis",
            "Verwacht een gebeurtenis die deze webhook krijgt, gevonden {found}.",
            "Bekijk de gebeurtenissen op /v1/events."
        ),
        .fieldsInvalid: ProblemText(
            "Sommige velden kunnen niet worden aangenomen",
            "Verwacht de velden van deze aanvraag; {count} daarvan zijn fout.",
            "Verbeter wat errors noemt en stuur de aanvraag opnieuw; er is niets opgeslagen."
        ),
        .lodgementRefused: ProblemText(
            "De aanlevering is geweigerd",
            "Verwacht een aanlevering die aan elke regel voldoet; gevonden {count} redenen om te weigeren.",
            "Verbeter wat errors noemt en stuur haar opnieuw; dezelfde referentie en Idempotency-Key mogen blijven."
        ),
        .referenceReused: ProblemText(
            "De referentie hoort bij een andere zending",
            "Verwacht de inhoud die onder {reference} is aangeleverd (zending {item}); gevonden andere inhoud.",
            "Gebruik voor een nieuwe zending een nieuwe referentie, of wijzig de zending die haar heeft."
        ),
        .laneClosed: ProblemText(
            "De weg is gesloten",
            "Verwacht was een open weg; hij is gesloten: {reason}.",
            "Bied de zending opnieuw aan wanneer de weg open is: {resume}."
        ),
        .laneLimited: ProblemText(
            "De weg neemt nu niets meer aan",
            "Verwacht was plaats onder de grens van de weg; die is bereikt: {reason}.",
            "Stuur hetzelfde verzoek later opnieuw: {resume}."
        ),
        .laneOrderUnknown: ProblemText(
            "Er is niets met die naam",
            "De opdracht noemt wat er niet is: {found}.",
            "Vraag op wat er is en noem een daarvan."
        ),
        .laneOrderInvalid: ProblemText(
            "De opdracht over wegen is niet uitvoerbaar",
            "De opdracht zegt wat niet kan: {found}.",
            "Verbeter de opdracht en stuur haar opnieuw."
        ),
        .laneOrderRefused: ProblemText(
            "De opdracht over wegen is geweigerd",
            "Er is niets veranderd: {found}.",
            "Bekijk het plan en wat wacht zoals ze nu zijn, en geef een andere opdracht."
        ),
        .laneApprovalMissing: ProblemText(
            "Er is een tweede persoon nodig",
            "Er is niets veranderd: {found}.",
            "Laat een tweede persoon het op de machine van het kantoor noemen: posthorn lane release plan … --approved-by."
        ),
        .advisoryInvalid: ProblemText(
            "Het bericht kan niet worden gepubliceerd",
            "Wat is verzonden, kan niet: {found}.",
            "Verbeter het en verstuur het opnieuw."
        ),
        .advisoryEnded: ProblemText(
            "Het bericht is voorbij",
            "{name} is voorbij sinds {ended}.",
            "Publiceer wat nieuw is onder een andere naam."
        ),
        .planStale: ProblemText(
            "Het wegenplan is intussen een ander",
            "Verwacht plan {expected}, gevonden plan {found}.",
            "Haal het plan opnieuw op en kijk wat de wijziging er nu mee doet."
        ),
        .draftExpired: ProblemText(
            "Het concept is verlopen",
            "Verwacht een concept dat nog wacht; dit verliep op {expired}.",
            "Bewaar het concept opnieuw en gebruik de nieuwe code."
        ),
        .draftBound: ProblemText(
            "Het concept is al een zending",
            "Verwacht een concept dat nog wacht; het werd zending {item}.",
            "Ga verder met de zending: /v1/items/{item}"
        ),
        .moveIllegal: ProblemText(
            "De zending kan van hier niet daarheen",
            "Verwacht een toestand die {to} kan worden; gevonden {from}.",
            "Haal de zending op om te zien waar zij staat en wat mogelijk is."
        ),
        .numberWouldChange: ProblemText(
            "De gewijzigde zending zou een ander nummer nodig hebben",
            "Verwacht een product van reeks {from}; gevonden een van reeks {to}.",
            "Annuleer deze zending en lever een nieuwe aan."
        ),
        .webhookInvalid: ProblemText(
            "De webhook is niet bruikbaar",
            "Verwacht een adres en gebeurtenissen die bezorgd kunnen worden; {found}.",
            "Verbeter de webhook en stuur hem opnieuw."
        ),
        .proofPending: ProblemText(
            "Het bewijs wordt gemaakt",
            "Verwacht een gepubliceerd checkpoint dat regel {entry} dekt; het nieuwste dekt {size} regels.",
            "Vraag het over een seconde opnieuw; de regel zelf is duurzaam vastgelegd."
        ),
        .officeBusy: ProblemText(
            "Het kantoor heeft meer te doen dan het aanneemt",
            "Verwacht plaats in de wachtrij; gevonden geen.",
            "Stuur de aanvraag na Retry-After opnieuw, met dezelfde Idempotency-Key; er is niets opgeslagen."
        ),
        .officeClosing: ProblemText(
            "Het kantoor sluit",
            "Verwacht een kantoor aan het werk; dit neemt niets meer aan.",
            "Stuur de aanvraag na Retry-After opnieuw, met dezelfde Idempotency-Key; er is niets opgeslagen."
        ),
        .vaultUnavailable: ProblemText(
            "Te weinig kluizen antwoorden",
            "Verwacht {expected} kluizen die het aangeleverde hebben; gevonden {found}.",
            "Stuur dezelfde aanvraag na Retry-After opnieuw; wat al is vastgelegd wordt gevonden, niet dubbel vastgelegd."
        ),
        .notYetBack: ProblemText(
            "Dat deel van de geschiedenis is nog niet terug",
            "Verwacht een regel die hier is; {back} van {total} regels zijn terug, een herstel haalt de andere nog op.",
            "Vraag het na Retry-After opnieuw; aanleveren gaat intussen door."
        ),
        .journalDamaged: ProblemText(
            "Het kantoor herstelt zijn journaal",
            "Verwacht een gaaf journaal; er is schade gevonden, die uit een kluis wordt hersteld.",
            "Stuur hetzelfde verzoek na Retry-After opnieuw; er is niets opgeslagen."
        ),
        .officeFault: ProblemText(
            "Er is iets mis in het kantoor",
            "Verwacht dat het kantoor dit doet; dat lukte niet, en de reden staat in zijn eigen logboek.",
            "Stuur de aanvraag opnieuw met dezelfde Idempotency-Key; mislukt het weer, geef het kantoor dan de request_id."
        ),
    ]
}
