// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension FindingText {
    static let german: [FindingCode: Words] = [
        .rowMalformed: Words(
            "Diese Zeile lässt sich nicht lesen.",
            "Geben Sie jeder Spalte der Kopfzeile eine Zelle und setzen Sie Zellen mit Komma in Anführungszeichen, etwa \"Köln, Süd\"."
        ),
        .rowsDisagree: Words(
            "Zeilen mit derselben Referenz sagen Verschiedenes über eine Sendung.",
            "Gleichen Sie die Zeilen in allem bis auf die Ware an, oder geben Sie jeder Sendung eine eigene Referenz."
        ),
        .fieldUnknown: Words(
            "Das Feld {name} ist nicht bekannt.",
            "Entfernen Sie es, oder berichtigen Sie den Namen, etwa addressee.postcode."
        ),
        .fieldMalformed: Words(
            "Erwartet {expected}, gefunden {found}.",
            "Geben Sie den Wert in der Form des Feldes ein, etwa 850 für Gramm."
        ),
        .textNotAllowed: Words(
            "Der Text enthält {found}, ein Zeichen, das sich weder drucken noch senden lässt.",
            "Tippen Sie den Text ohne dieses Zeichen neu; fügen Sie ihn nicht ein."
        ),
        .productMissing: Words(
            "Das Produkt ist nicht angegeben.",
            "Geben Sie ein Produkt ein, etwa packet-tracked: {expected}."
        ),
        .productUnknown: Words(
            "{found} ist kein Produkt.",
            "Geben Sie eines dieser Produkte ein: {expected}."
        ),
        .senderKindMissing: Words(
            "Es ist nicht angegeben, ob der Absender ein Unternehmen ist.",
            "Geben Sie private oder business ein."
        ),
        .senderKindUnknown: Words(
            "{found} ist keine Art von Absender.",
            "Geben Sie private oder business ein."
        ),
        .countryMissing: Words(
            "Das Land ist nicht angegeben.",
            "Geben Sie die zwei Buchstaben des Landes ein, etwa FR für Frankreich."
        ),
        .countryUnknown: Words(
            "{found} ist kein Ländercode.",
            "Geben Sie die zwei Buchstaben des Landes ein, etwa FR für Frankreich."
        ),
        .destinationNotServed: Words(
            "Wir nehmen keine Sendungen in dieses Land an: {country}.",
            "Wählen Sie einen anderen Weg, oder berichtigen Sie das Land des Empfängers."
        ),
        .nameMissing: Words(
            "Der Name ist nicht angegeben.",
            "Geben Sie den vollen Namen der Person oder des Unternehmens ein, etwa Ada Fuchs."
        ),
        .partyPlaceholder: Words(
            "{found} steht, wo ein echter Name oder eine echte Adresse stehen muss.",
            "Geben Sie ein, was zutrifft, etwa Ada Fuchs, oder lassen Sie ein freiwilliges Feld leer."
        ),
        .addressLineMissing: Words(
            "Die Adresse hat weder Straße noch Haus noch Postfach.",
            "Geben Sie Straße und Hausnummer ein, etwa Mühlenweg 12."
        ),
        .localityMissing: Words(
            "Die Adresse hat keinen Ort: {country}.",
            "Geben Sie den Ort ein, etwa Köln."
        ),
        .regionMissing: Words(
            "Adressen dieses Landes nennen eine Region: {country}.",
            "Geben Sie Staat, Provinz oder Präfektur ein, etwa CA für Kalifornien."
        ),
        .postcodeMissing: Words(
            "Adressen dieses Landes nennen eine Postleitzahl: {country}.",
            "Geben Sie eine Postleitzahl ein, etwa {example}."
        ),
        .postcodeMalformed: Words(
            "{found} ist keine Postleitzahl dieses Landes: {country}.",
            "Geben Sie eine Postleitzahl ein, etwa {example}."
        ),
        .phoneMissing: Words(
            "Weder Telefonnummer noch E-Mail-Adresse des Empfängers ist angegeben.",
            "Geben Sie eine Nummer mit Landesvorwahl ein, etwa +33 1 23 45 67 89, oder eine E-Mail-Adresse."
        ),
        .taxIDIncomplete: Words(
            "Einer Steuernummer fehlt die Art oder der Wert.",
            "Geben Sie beides ein, etwa Art IOSS und Wert IM3720000224."
        ),
        .taxIDMalformed: Words(
            "{found} ist keine IOSS-Nummer.",
            "Geben Sie IM und zehn Ziffern ein, etwa IM3720000224."
        ),
        .grossWeightMissing: Words(
            "Das Gewicht der Sendung ist nicht angegeben.",
            "Wiegen Sie die verpackte Sendung und geben Sie ganze Gramm ein, etwa 850."
        ),
        .grossWeightInvalid: Words(
            "Eine Sendung kann nicht {found} g wiegen.",
            "Wiegen Sie die verpackte Sendung und geben Sie ganze Gramm ein, etwa 850."
        ),
        .weightOverLimit: Words(
            "Die Sendung wiegt {found} g; {product} erlaubt höchstens {limit} g.",
            "Wählen Sie ein Produkt für schwerere Sendungen, etwa parcel, oder teilen Sie den Inhalt."
        ),
        .sizeIncomplete: Words(
            "Die Maße sind unvollständig.",
            "Geben Sie Länge, Breite und Höhe in Millimetern ein, etwa 300, 200 und 80, oder keines davon."
        ),
        .sizeOverLimit: Words(
            "Die Sendung ist zu groß: {found} mm; die Grenze ist {limit}.",
            "Wählen Sie ein Produkt für größere Sendungen, etwa parcel, oder packen Sie kleiner."
        ),
        .sizeUnderLimit: Words(
            "Die Sendung ist zu klein: {found} mm; die Anschriftseite misst mindestens {limit} mm.",
            "Packen Sie größer, oder bringen Sie ein Anhängeschild dieser Größe an."
        ),
        .contentsMissing: Words(
            "Die Sendung enthält Waren und ihr Inhalt ist nicht angegeben.",
            "Geben Sie je Art von Ware eine Zeile ein, etwa 2 Baumwollpullover."
        ),
        .natureMissing: Words(
            "Es ist nicht angegeben, warum die Waren versandt werden.",
            "Geben Sie einen dieser Gründe ein, etwa gift oder sale: {expected}."
        ),
        .natureUnknown: Words(
            "{found} ist kein Grund, den die Formulare kennen.",
            "Geben Sie einen dieser Gründe ein: {expected}."
        ),
        .natureUnexplained: Words(
            "Der Grund {found} braucht eine Erklärung.",
            "Geben Sie ein, was gemeint ist, etwa Ware zur Reparatur."
        ),
        .natureGiftCommercial: Words(
            "Ein Unternehmen kann seine Waren nicht als Geschenk anmelden.",
            "Geben Sie sale, sample oder einen anderen wahren Grund ein; für eine Gratisware other mit dem Wort kostenlos."
        ),
        .natureIsGoods: Words(
            "Es sind Inhalte aufgeführt; die Sendung ist also Ware und keine Korrespondenz.",
            "Geben Sie den Grund des Versands ein, etwa gift, oder entfernen Sie die Zeilen, wenn es nur Briefe sind."
        ),
        .descriptionMissing: Words(
            "Die Ware ist nicht beschrieben.",
            "Geben Sie ein, was es ist, woraus und wofür, etwa Herrenhemden aus Baumwolle."
        ),
        .descriptionVague: Words(
            "Der Zoll weist {found} als Beschreibung zurück.",
            "Geben Sie ein, was es ist, woraus und wofür, etwa Herrenhemden aus Baumwolle."
        ),
        .descriptionNotSpecific: Words(
            "Die Beschreibung enthält {term}; allein weist der Zoll das zurück.",
            "Sagen Sie genauer, was es ist, etwa Bremsscheiben für Personenwagen statt Autoteile."
        ),
        .quantityMissing: Words(
            "Die Zahl der Stücke ist nicht angegeben.",
            "Geben Sie eine ganze Zahl ein, etwa 2."
        ),
        .quantityInvalid: Words(
            "{found} Stück kann es nicht geben.",
            "Geben Sie eine ganze Zahl von 1 bis 99999999 ein, etwa 2."
        ),
        .lineWeightMissing: Words(
            "Das Nettogewicht der Ware ist nicht angegeben.",
            "Geben Sie das Gewicht der ganzen Zeile in Gramm ein, etwa 700."
        ),
        .lineWeightInvalid: Words(
            "Ware kann nicht {found} g wiegen.",
            "Geben Sie das Gewicht der ganzen Zeile in Gramm ein, etwa 700; mindestens 1."
        ),
        .lineWeightsOverGross: Words(
            "Die Waren wiegen zusammen {found} g, mehr als die {limit} g der Sendung.",
            "Wiegen Sie die verpackte Sendung neu, oder berichtigen Sie die Gewichte; jedes gilt für die ganze Zeile."
        ),
        .currencyMissing: Words(
            "Die Währung ist nicht angegeben.",
            "Geben Sie die drei Buchstaben der Währung ein, etwa EUR."
        ),
        .currencyUnknown: Words(
            "{found} ist keine gültige Währung.",
            "Geben Sie die drei Buchstaben der Währung ein, etwa EUR."
        ),
        .currencyMixed: Words(
            "Eine Erklärung hat eine Währung: {found} gefunden nach {expected}.",
            "Geben Sie alle Werte in einer Währung an, etwa {expected}."
        ),
        .valueMissing: Words(
            "Der Wert der Ware ist nicht angegeben.",
            "Geben Sie den Wert der ganzen Zeile ein, etwa 58.00; bei einem Geschenk, was es kosten würde."
        ),
        .valueMalformed: Words(
            "{found} ist kein Betrag; diese Währung hat {decimals} Nachkommastellen.",
            "Geben Sie Ziffern mit einem Punkt ein, etwa 58.00, ohne Zeichen und Leerstellen."
        ),
        .valueInvalid: Words(
            "Der Wert {found} lässt sich nicht anmelden.",
            "Geben Sie ein, was die Ware kosten würde, etwa 58.00; nichts, was versandt wird, ist 0 wert."
        ),
        .tariffCodeMissing: Words(
            "Der Zoll des Bestimmungslandes verlangt die Zolltarifnummer: {country}.",
            "Geben Sie die HS-Nummer der Ware ein, mindestens sechs Ziffern, etwa 611020."
        ),
        .tariffCodeMalformed: Words(
            "{found} ist keine Zolltarifnummer.",
            "Geben Sie 6, 8 oder 10 Ziffern ein, etwa 611020."
        ),
        .tariffCodeUnknown: Words(
            "{found} ist keine Nummer des Harmonisierten Systems 2022.",
            "Schlagen Sie die Nummer in einem Zolltarif nach und geben Sie sie ein, etwa 611020."
        ),
        .tariffCodeShort: Words(
            "{found} ist kürzer als die {expected} Ziffern im Tarif des Bestimmungslandes: {country}.",
            "Geben Sie die ganze Nummer jenes Tarifs ein, etwa 6110202079, oder nennen Sie sie dem Beförderer, der anmeldet."
        ),
        .originMissing: Words(
            "Der Zoll des Bestimmungslandes fragt, wo die Ware hergestellt wurde: {country}.",
            "Geben Sie die zwei Buchstaben des Herstellungslandes ein, etwa DE."
        ),
        .originUnknown: Words(
            "{found} ist kein Ländercode.",
            "Geben Sie die zwei Buchstaben des Herstellungslandes ein, etwa DE."
        ),
        .productIdentifierMissing: Words(
            "Die EU verlangt eine Produktkennung verkaufter Ware.",
            "Geben Sie Ihre SKU, die GTIN oder die Kennung des Herstellers ein, etwa FK-22."
        ),
        .gtinMalformed: Words(
            "{found} ist keine GTIN.",
            "Geben Sie die 8, 12, 13 oder 14 Ziffern unter dem Strichcode ein, etwa 4006381333931."
        ),
        .amountMalformed: Words(
            "{found} ist kein Betrag.",
            "Geben Sie Ziffern mit einem Punkt ein, etwa 12.35."
        ),
        .dutiesPayerUnknown: Words(
            "{found} kann die Abgaben nicht zahlen.",
            "Geben Sie sender oder addressee ein."
        ),
        .nonDeliveryMissing: Words(
            "Es ist nicht angegeben, was mit dem Paket geschieht, wenn es unzustellbar ist.",
            "Geben Sie return, abandon oder redirect ein."
        ),
        .nonDeliveryUnknown: Words(
            "{found} ist keine Verfügung für ein unzustellbares Paket.",
            "Geben Sie return, abandon oder redirect ein."
        ),
        .postingDateMalformed: Words(
            "{found} ist kein Tag.",
            "Geben Sie Jahr, Monat und Tag ein, etwa {expected}."
        ),
        .insuredValueMissing: Words(
            "Das Produkt ist versichert und der versicherte Wert nicht angegeben.",
            "Geben Sie Betrag und Währung ein, etwa 120.00 EUR, oder wählen Sie ein anderes Produkt."
        ),
        .textDoesNotFit: Words(
            "Der Text ist länger als sein Feld auf dem Dokument.",
            "Kürzen Sie den Text; es wird nichts für Sie abgeschnitten."
        ),
        .characterNotPrintable: Words(
            "Der Text enthält {character}, ein Zeichen, das keine unserer Schriften drucken kann.",
            "Schreiben Sie es anders, etwa in lateinischen Buchstaben."
        ),
        .characterNotSendable: Words(
            "Der Text enthält {character}, ein Zeichen, das die Nachrichten des Partners nicht tragen.",
            "Schreiben Sie es in Buchstaben, die der Partner liest, etwa in lateinischen."
        ),
        .sdrRateMissing: Words(
            "Für {currency} ist kein SZR-Kurs geladen; die Sendung erhält deshalb das ausführlichere CN 23.",
            "Laden Sie einen datierten Kurs für {currency}, oder belassen Sie es: CN 23 gilt immer."
        ),
        .referenceReused: Words(
            "Eine Sendung mit dieser Referenz wurde mit anderem Inhalt aufgegeben.",
            "Geben Sie der neuen Sendung eine eigene Referenz, etwa order-1043, oder geben Sie den ersten Inhalt wieder auf."
        ),
        .numbersExhausted: Words(
            "In dieser Reihe ist keine Sendungsnummer mehr frei: {series}.",
            "Laden Sie einen neuen Nummernkreis und geben Sie die Sendung wieder auf."
        ),
        .laneClosed: Words(
            "Solche Sendungen nehmen wir zurzeit nicht an: {reason}.",
            "Behalten Sie die Sendung und liefern Sie sie wieder ein, wenn dieser Weg offen ist: {resume}."
        ),
        .laneLimited: Words(
            "Wir haben zurzeit so viele solche Sendungen angenommen, wie wir können: {reason}.",
            "Liefern Sie die Sendung später wieder ein: {resume}."
        ),
        .laneHeld: Words(
            "Wir nehmen die Sendung an, und sie wartet hier; wie lange, können wir nicht versprechen: {reason}.",
            "Sie müssen nichts tun; sie geht, sobald sie darf, und ihr Status sagt es."
        ),
        .laneDiverted: Words(
            "Die Sendung soll mit unserem Partner {partner} gehen und wartet hier, bis es so weit ist: {reason}.",
            "Sie müssen nichts tun; ihr Status sagt, wann sie geht."
        ),
        .notYetBack: Words(
            "Das wurde schon als {item} aufgegeben, die noch nicht zurück ist: {back} von {total} Einträgen sind es.",
            "Behalten Sie die vorhandenen Papiere, oder geben Sie es wieder auf, wenn die Geschichte zurück ist: dann wird es gefunden."
        ),
        .historyIncomplete: Words(
            "Ältere Geschichte ist noch nicht zurück; ob das früher aufgegeben wurde, weiß noch niemand: {back} von {total} Einträgen sind zurück.",
            "Machen Sie weiter; wurde es früher aufgegeben, nennt das Amt beide Sendungen, wenn die Geschichte zurück ist: stornieren Sie eine."
        ),
    ]
}
