// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension FindingText {
    static let dutch: [FindingCode: Words] = [
        .rowMalformed: Words(
            "Deze regel is niet te lezen.",
            "Geef elke kolom van de kop één cel en zet cellen met een komma tussen aanhalingstekens, zoals \"Gent, Zuid\"."
        ),
        .rowsDisagree: Words(
            "Regels met dezelfde referentie zeggen verschillende dingen over één zending.",
            "Maak de regels gelijk in alles behalve het artikel, of geef elke zending een eigen referentie."
        ),
        .fieldUnknown: Words(
            "Het veld {name} is niet bekend.",
            "Verwijder het, of verbeter de naam, zoals addressee.postcode."
        ),
        .fieldMalformed: Words(
            "Verwacht {expected}, gevonden {found}.",
            "Vul de waarde in de vorm van het veld in, zoals 850 voor gram."
        ),
        .textNotAllowed: Words(
            "De tekst bevat {found}, een teken dat niet te drukken en niet te verzenden is.",
            "Typ de tekst opnieuw zonder dat teken; plak hem niet."
        ),
        .productMissing: Words(
            "Het product is niet vermeld.",
            "Vul een product in, zoals packet-tracked: {expected}."
        ),
        .productUnknown: Words(
            "{found} is geen product.",
            "Vul een van deze producten in: {expected}."
        ),
        .senderKindMissing: Words(
            "Niet vermeld is of de afzender een bedrijf is.",
            "Vul private of business in."
        ),
        .senderKindUnknown: Words(
            "{found} is geen soort afzender.",
            "Vul private of business in."
        ),
        .countryMissing: Words(
            "Het land is niet vermeld.",
            "Vul de twee letters van het land in, zoals FR voor Frankrijk."
        ),
        .countryUnknown: Words(
            "{found} is geen landcode.",
            "Vul de twee letters van het land in, zoals FR voor Frankrijk."
        ),
        .destinationNotServed: Words(
            "Wij nemen geen zendingen aan naar dit land: {country}.",
            "Kies een andere weg, of verbeter het land van de geadresseerde."
        ),
        .nameMissing: Words(
            "De naam is niet vermeld.",
            "Vul de volledige naam van de persoon of het bedrijf in, zoals Ada de Vos."
        ),
        .partyPlaceholder: Words(
            "{found} staat waar een echte naam of een echt adres moet staan.",
            "Vul in wat waar is, zoals Ada de Vos, of laat een vrij veld leeg."
        ),
        .addressLineMissing: Words(
            "Het adres heeft geen straat, huis of postbus.",
            "Vul straat en nummer in, zoals Molenlaan 12."
        ),
        .localityMissing: Words(
            "Het adres heeft geen plaats: {country}.",
            "Vul de plaats in, zoals Utrecht."
        ),
        .regionMissing: Words(
            "Adressen van dit land vermelden een regio: {country}.",
            "Vul de staat, provincie of prefectuur in, zoals CA voor Californië."
        ),
        .postcodeMissing: Words(
            "Adressen van dit land vermelden een postcode: {country}.",
            "Vul een postcode in, zoals {example}."
        ),
        .postcodeMalformed: Words(
            "{found} is geen postcode van dit land: {country}.",
            "Vul een postcode in, zoals {example}."
        ),
        .phoneMissing: Words(
            "Telefoonnummer noch e-mailadres van de geadresseerde is vermeld.",
            "Vul een nummer met landnummer in, zoals +33 1 23 45 67 89, of een e-mailadres."
        ),
        .taxIDIncomplete: Words(
            "Aan een belastingnummer ontbreekt de soort of de waarde.",
            "Vul beide in, zoals soort IOSS en waarde IM3720000224."
        ),
        .taxIDMalformed: Words(
            "{found} is geen IOSS-nummer.",
            "Vul IM en tien cijfers in, zoals IM3720000224."
        ),
        .grossWeightMissing: Words(
            "Het gewicht van de zending is niet vermeld.",
            "Weeg de verpakte zending en vul hele grammen in, zoals 850."
        ),
        .grossWeightInvalid: Words(
            "Een zending kan geen {found} g wegen.",
            "Weeg de verpakte zending en vul hele grammen in, zoals 850."
        ),
        .weightOverLimit: Words(
            "De zending weegt {found} g; {product} laat hoogstens {limit} g toe.",
            "Kies een product voor zwaardere zendingen, zoals parcel, of verdeel de inhoud."
        ),
        .sizeIncomplete: Words(
            "De maten zijn niet volledig.",
            "Vul lengte, breedte en hoogte in millimeters in, zoals 300, 200 en 80, of geen van drie."
        ),
        .sizeOverLimit: Words(
            "De zending is te groot: {found} mm; de grens is {limit}.",
            "Kies een product voor grotere zendingen, zoals parcel, of pak kleiner in."
        ),
        .sizeUnderLimit: Words(
            "De zending is te klein: {found} mm; de adreszijde meet ten minste {limit} mm.",
            "Pak groter in, of maak een adreskaart van die maat vast."
        ),
        .contentsMissing: Words(
            "De zending bevat goederen en de inhoud is niet vermeld.",
            "Vul een regel in per soort artikel, zoals 2 katoenen truien."
        ),
        .natureMissing: Words(
            "Niet vermeld is waarom de goederen worden verzonden.",
            "Vul een van deze redenen in, zoals gift of sale: {expected}."
        ),
        .natureUnknown: Words(
            "{found} is geen reden die de formulieren kennen.",
            "Vul een van deze redenen in: {expected}."
        ),
        .natureUnexplained: Words(
            "De reden {found} vraagt een uitleg.",
            "Vul in wat bedoeld is, zoals goederen ter reparatie."
        ),
        .natureGiftCommercial: Words(
            "Een bedrijf kan zijn goederen niet als geschenk aangeven.",
            "Vul sale, sample of een andere ware reden in; voor een gratis artikel other met het woord gratis."
        ),
        .natureIsGoods: Words(
            "Er is inhoud opgesomd: de zending is goederen en geen correspondentie.",
            "Vul de reden van verzending in, zoals gift, of verwijder de regels als er alleen brieven zijn."
        ),
        .descriptionMissing: Words(
            "Het artikel is niet omschreven.",
            "Vul in wat het is, waarvan en waarvoor, zoals katoenen herenoverhemden."
        ),
        .descriptionVague: Words(
            "De douane weigert {found} als omschrijving.",
            "Vul in wat het is, waarvan en waarvoor, zoals katoenen herenoverhemden."
        ),
        .descriptionNotSpecific: Words(
            "De omschrijving bevat {term}, dat de douane op zichzelf weigert.",
            "Zeg preciezer wat het is, zoals remschijven voor personenauto's in plaats van auto-onderdelen."
        ),
        .quantityMissing: Words(
            "Het aantal artikelen is niet vermeld.",
            "Vul een heel getal in, zoals 2."
        ),
        .quantityInvalid: Words(
            "Er kunnen geen {found} artikelen zijn.",
            "Vul een heel getal van 1 tot 99999999 in, zoals 2."
        ),
        .lineWeightMissing: Words(
            "Het nettogewicht van de artikelen is niet vermeld.",
            "Vul het gewicht van de hele regel in gram in, zoals 700."
        ),
        .lineWeightInvalid: Words(
            "Artikelen kunnen geen {found} g wegen.",
            "Vul het gewicht van de hele regel in gram in, zoals 700; ten minste 1."
        ),
        .lineWeightsOverGross: Words(
            "De artikelen wegen samen {found} g, meer dan de {limit} g van de zending.",
            "Weeg de verpakte zending opnieuw, of verbeter de gewichten; elk is van de hele regel."
        ),
        .currencyMissing: Words(
            "De munteenheid is niet vermeld.",
            "Vul de drie letters van de munteenheid in, zoals EUR."
        ),
        .currencyUnknown: Words(
            "{found} is geen munteenheid in gebruik.",
            "Vul de drie letters van de munteenheid in, zoals EUR."
        ),
        .currencyMixed: Words(
            "Een aangifte heeft één munteenheid: {found} gevonden na {expected}.",
            "Vermeld alle waarden in één munteenheid, zoals {expected}."
        ),
        .valueMissing: Words(
            "De waarde van de artikelen is niet vermeld.",
            "Vul de waarde van de hele regel in, zoals 58.00; van een geschenk, wat het zou kosten."
        ),
        .valueMalformed: Words(
            "{found} is geen bedrag; deze munteenheid heeft {decimals} decimalen.",
            "Vul cijfers met een punt in, zoals 58.00, zonder tekens of spaties."
        ),
        .valueInvalid: Words(
            "De waarde {found} kan niet worden aangegeven.",
            "Vul in wat de artikelen zouden kosten, zoals 58.00; niets wat verzonden wordt is 0 waard."
        ),
        .tariffCodeMissing: Words(
            "De douane van bestemming vraagt de goederencode: {country}.",
            "Vul de GS-code van het artikel in, ten minste zes cijfers, zoals 611020."
        ),
        .tariffCodeMalformed: Words(
            "{found} is geen goederencode.",
            "Vul 6, 8 of 10 cijfers in, zoals 611020."
        ),
        .tariffCodeUnknown: Words(
            "{found} is geen code van het Geharmoniseerd Systeem 2022.",
            "Zoek de code op in een douanetarief en vul haar in, zoals 611020."
        ),
        .tariffCodeShort: Words(
            "{found} is korter dan de {expected} cijfers van het tarief van bestemming: {country}.",
            "Vul de hele code van dat tarief in, zoals 6110202079, of geef haar aan de vervoerder die aangeeft."
        ),
        .originMissing: Words(
            "De douane van bestemming vraagt waar het artikel is gemaakt: {country}.",
            "Vul de twee letters van het land van vervaardiging in, zoals NL."
        ),
        .originUnknown: Words(
            "{found} is geen landcode.",
            "Vul de twee letters van het land van vervaardiging in, zoals NL."
        ),
        .productIdentifierMissing: Words(
            "De EU vraagt een productkenmerk van artikelen die worden verkocht.",
            "Vul uw SKU, de GTIN of het kenmerk van de fabrikant in, zoals FK-22."
        ),
        .gtinMalformed: Words(
            "{found} is geen GTIN.",
            "Vul de 8, 12, 13 of 14 cijfers onder de streepjescode in, zoals 4006381333931."
        ),
        .amountMalformed: Words(
            "{found} is geen bedrag.",
            "Vul cijfers met een punt in, zoals 12.35."
        ),
        .dutiesPayerUnknown: Words(
            "{found} kan de rechten niet betalen.",
            "Vul sender of addressee in."
        ),
        .nonDeliveryMissing: Words(
            "Niet vermeld is wat er met het pakket gebeurt als het onbestelbaar is.",
            "Vul return, abandon of redirect in."
        ),
        .nonDeliveryUnknown: Words(
            "{found} is geen opdracht voor een onbestelbaar pakket.",
            "Vul return, abandon of redirect in."
        ),
        .postingDateMalformed: Words(
            "{found} is geen dag.",
            "Vul jaar, maand en dag in, zoals {expected}."
        ),
        .insuredValueMissing: Words(
            "Het product is verzekerd en de verzekerde waarde is niet vermeld.",
            "Vul bedrag en munteenheid in, zoals 120.00 EUR, of kies een ander product."
        ),
        .textDoesNotFit: Words(
            "De tekst is langer dan zijn veld op het document.",
            "Kort de tekst in; er wordt niets voor u afgekapt."
        ),
        .characterNotPrintable: Words(
            "De tekst bevat {character}, een teken dat geen van onze lettertypen kan drukken.",
            "Schrijf het anders, zoals in Latijnse letters."
        ),
        .characterNotSendable: Words(
            "De tekst bevat {character}, een teken dat de berichten van de partner niet kunnen dragen.",
            "Schrijf het in letters die de partner leest, zoals in Latijnse letters."
        ),
        .sdrRateMissing: Words(
            "Voor {currency} is geen SDR-koers geladen; de zending krijgt daarom het uitvoerigere CN 23.",
            "Laad een gedateerde koers van {currency}, of laat het zo: CN 23 wordt altijd aangenomen."
        ),
        .referenceReused: Words(
            "Een zending met deze referentie is met andere inhoud aangeboden.",
            "Geef de nieuwe zending een eigen referentie, zoals order-1043, of bied de eerste inhoud opnieuw aan."
        ),
        .numbersExhausted: Words(
            "In deze reeks is geen zendingsnummer meer over: {series}.",
            "Laad een nieuwe nummerreeks en bied de zending opnieuw aan."
        ),
        .laneClosed: Words(
            "Zulke zendingen nemen wij nu niet aan: {reason}.",
            "Bewaar de zending en bied haar opnieuw aan wanneer deze weg open is: {resume}."
        ),
        .laneLimited: Words(
            "Wij hebben nu zoveel van zulke zendingen aangenomen als wij kunnen: {reason}.",
            "Bied de zending later opnieuw aan: {resume}."
        ),
        .laneHeld: Words(
            "Wij nemen de zending aan en zij wacht hier; hoe lang kunnen wij niet beloven: {reason}.",
            "U hoeft niets te doen; zij gaat zodra het mag, en haar status zegt het."
        ),
        .laneDiverted: Words(
            "De zending gaat met onze partner {partner} en wacht hier tot het zover is: {reason}.",
            "U hoeft niets te doen; haar status zegt wanneer zij gaat."
        ),
        .notYetBack: Words(
            "Dit is al aangeboden als {item}, die nog niet terug is: {back} van {total} regels zijn dat.",
            "Houd de papieren die er zijn, of bied het opnieuw aan als de geschiedenis terug is: dan wordt het gevonden."
        ),
        .historyIncomplete: Words(
            "Oudere geschiedenis is nog niet terug, dus niemand weet of dit vroeger is aangeboden: {back} van {total} regels zijn terug.",
            "Ga door; was het al aangeboden, dan noemt het kantoor beide zendingen als de geschiedenis terug is: annuleer er een."
        ),
    ]
}
