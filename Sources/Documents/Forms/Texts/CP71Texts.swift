import Mail

/// The wordings of the dispatch note CP 71 within a CP 72 set.
///
/// General knowledge: neither form could be read (domain reference 2.5). An operator who holds them
/// corrects the words here.
enum CP71Texts {
    static let number = FormText("CP 71")
    static let setNumber = FormText("CP 72")
    static let title = FormText(
        en: "Dispatch note",
        fr: "Bulletin d’expédition",
        it: "Bollettino di spedizione",
        de: "Paketkarte",
        nl: "Adreskaart"
    )
    static let parcelNumber = FormText(
        en: "Parcel number (bar code)",
        fr: "N° du colis (code à barres)",
        it: "Numero del pacco (codice a barre)",
        de: "Paketnummer (Strichcode)",
        nl: "Pakketnummer (streepjescode)"
    )
    static let declarations = FormText(
        en: "Customs declarations",
        fr: "Déclarations en douane",
        it: "Dichiarazioni doganali",
        de: "Zollinhaltserklärungen",
        nl: "Douaneaangiften"
    )
    static let certificatesAndInvoices = FormText(
        en: "Certificates and invoices",
        fr: "Certificats et factures",
        it: "Certificati e fatture",
        de: "Bescheinigungen und Rechnungen",
        nl: "Certificaten en facturen"
    )
    static let instructions = FormText(
        en: "Sender’s instructions in case of non-delivery",
        fr: "Instructions de l’expéditeur en cas de non-livraison",
        it: "Istruzioni del mittente in caso di mancata consegna",
        de: "Vorausverfügung des Absenders bei Unzustellbarkeit",
        nl: "Instructies van de afzender bij onbestelbaarheid"
    )
    static let returnToSender = FormText(
        en: "Return to sender",
        fr: "Renvoyer à l’expéditeur",
        it: "Restituire al mittente",
        de: "Zurück an den Absender",
        nl: "Terug naar afzender"
    )
    static let redirect = FormText(
        en: "Redirect to the address below",
        fr: "Réexpédier à l’adresse ci-dessous",
        it: "Rispedire all’indirizzo sottostante",
        de: "Nachsenden an die Anschrift unten",
        nl: "Doorzenden naar onderstaand adres"
    )
    static let abandon = FormText(
        en: "Treat as abandoned",
        fr: "Traiter comme abandonné",
        it: "Considerare abbandonato",
        de: "Preisgabe",
        nl: "Als afgestaan beschouwen"
    )
    static let originStamp = FormText(
        en: "Stamp of the office of origin",
        fr: "Timbre du bureau d’origine",
        it: "Bollo dell’ufficio d’origine",
        de: "Stempel der Einlieferungsstelle",
        nl: "Stempel van het kantoor van herkomst"
    )
    static let exchangeStamp = FormText(
        en: "Office of exchange",
        fr: "Bureau d’échange",
        it: "Ufficio di scambio",
        de: "Auswechslungsstelle",
        nl: "Uitwisselingskantoor"
    )
    static let customsStamp = FormText(
        en: "Customs stamp",
        fr: "Timbre de la douane",
        it: "Bollo della dogana",
        de: "Zollstempel",
        nl: "Douanestempel"
    )
    static let customsDuty = FormText(
        en: "Customs duty",
        fr: "Droits de douane",
        it: "Dazi doganali",
        de: "Zollabgaben",
        nl: "Douanerechten"
    )
    static let received = FormText(
        en: "I have received the parcel described on this note.",
        fr: "J’ai reçu le colis décrit sur ce bulletin.",
        it: "Ho ricevuto il pacco descritto su questo bollettino.",
        de: "Ich habe das auf dieser Karte beschriebene Paket erhalten.",
        nl: "Ik heb het op deze kaart omschreven pakket ontvangen."
    )
    static let addresseeSignature = FormText(
        en: "Date and addressee’s signature",
        fr: "Date et signature du destinataire",
        it: "Data e firma del destinatario",
        de: "Datum und Unterschrift des Empfängers",
        nl: "Datum en handtekening van de geadresseerde"
    )
    static let size = FormText(
        en: "Size, mm",
        fr: "Dimensions, mm",
        it: "Dimensioni, mm",
        de: "Maße, mm",
        nl: "Afmetingen, mm",
        .own
    )
}
