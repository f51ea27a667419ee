import Mail

/// Wordings that several forms share.
///
/// Sources: CN 23 in English and French as printed by Royal Mail, and the UPU's CN 22 and CN 23
/// fields, by description (domain reference 2.2, 2.3); Italian, German and Dutch after the forms of
/// those posts, unverified.
enum CommonTexts {
    static let customsDeclaration = FormText(
        en: "Customs declaration",
        fr: "Déclaration en douane",
        it: "Dichiarazione doganale",
        de: "Zollinhaltserklärung",
        nl: "Douaneaangifte",
        .read([.english, .french])
    )
    static let mayBeOpened = FormText(
        en: "May be opened officially",
        fr: "Peut être ouvert d’office",
        it: "Può essere aperto d’ufficio",
        de: "Darf amtlich geöffnet werden",
        nl: "Mag ambtshalve worden geopend",
        .read([.english])
    )
    static let from = FormText(
        en: "From",
        fr: "De",
        it: "Mittente",
        de: "Absender",
        nl: "Afzender",
        .read([.english])
    )
    static let to = FormText(
        en: "To",
        fr: "À",
        it: "Destinatario",
        de: "Empfänger",
        nl: "Geadresseerde",
        .read([.english])
    )
    static let partyParts = FormText(
        en: "name, business, street, postcode, city, country",
        fr: "nom, entreprise, rue, code postal, localité, pays",
        it: "nome, ditta, via, CAP, località, paese",
        de: "Name, Firma, Straße, PLZ, Ort, Land",
        nl: "naam, bedrijf, straat, postcode, plaats, land",
        .read([.english])
    )
    static let telephone = FormText(
        en: "Telephone",
        fr: "Téléphone",
        it: "Telefono",
        de: "Telefon",
        nl: "Telefoon",
        .read([.english])
    )
    static let email = FormText(
        en: "E-mail",
        fr: "Courriel",
        it: "E-mail",
        de: "E-Mail",
        nl: "E-mail"
    )
    static let itemNumber = FormText(
        en: "Item number",
        fr: "N° de l’envoi",
        it: "Numero dell’invio",
        de: "Sendungsnummer",
        nl: "Zendingsnummer",
        .read([.english])
    )
    static let totalGrossWeight = FormText(
        en: "Total gross weight",
        fr: "Poids brut total",
        it: "Peso lordo totale",
        de: "Gesamtbruttogewicht",
        nl: "Totaal brutogewicht",
        .read([.english])
    )
    static let totalValue = FormText(
        en: "Total value",
        fr: "Valeur totale",
        it: "Valore totale",
        de: "Gesamtwert",
        nl: "Totale waarde",
        .read([.english])
    )
    static let netWeight = FormText(
        en: "Net weight, kg",
        fr: "Poids net, kg",
        it: "Peso netto, kg",
        de: "Nettogewicht, kg",
        nl: "Nettogewicht, kg",
        .read([.english])
    )
    static let value = FormText(
        en: "Value, currency",
        fr: "Valeur, monnaie",
        it: "Valore, valuta",
        de: "Wert, Währung",
        nl: "Waarde, valuta",
        .read([.english])
    )
    static let quantity = FormText(
        en: "Quantity",
        fr: "Quantité",
        it: "Quantità",
        de: "Menge",
        nl: "Aantal",
        .read([.english])
    )
    static let tariffNumber = FormText(
        en: "HS tariff number",
        fr: "N° tarifaire du SH",
        it: "Codice tariffario SA",
        de: "HS-Zolltarifnummer",
        nl: "HS-tariefnummer",
        .read([.english])
    )
    static let origin = FormText(
        en: "Country of origin",
        fr: "Pays d’origine",
        it: "Paese d’origine",
        de: "Ursprungsland",
        nl: "Land van oorsprong",
        .read([.english])
    )
    static let postalCharges = FormText(
        en: "Postal charges/Fees",
        fr: "Frais de port/Frais",
        it: "Spese postali/Tasse",
        de: "Postgebühren/Kosten",
        nl: "Port/Kosten",
        .read([.english])
    )
    static let dateAndSignature = FormText(
        en: "Date and sender’s signature",
        fr: "Date et signature de l’expéditeur",
        it: "Data e firma del mittente",
        de: "Datum und Unterschrift des Absenders",
        nl: "Datum en handtekening van de afzender",
        .read([.english])
    )
    static let originOffice = FormText(
        en: "Office of origin",
        fr: "Bureau d’origine",
        it: "Ufficio d’origine",
        de: "Einlieferungsstelle",
        nl: "Kantoor van herkomst",
        .read([.english])
    )
    static let postingDate = FormText(
        en: "Date of posting",
        fr: "Date de dépôt",
        it: "Data di impostazione",
        de: "Einlieferungsdatum",
        nl: "Datum van terpostbezorging",
        .read([.english])
    )
    static let dutiesPaidBy = FormText(
        en: "Duties and taxes paid by",
        fr: "Droits et taxes à la charge de",
        it: "Dazi e tasse a carico di",
        de: "Zölle und Abgaben trägt",
        nl: "Rechten en heffingen voor rekening van",
        .own
    )
    static let sender = FormText(
        en: "sender",
        fr: "expéditeur",
        it: "mittente",
        de: "Absender",
        nl: "afzender",
        .own
    )
    static let addressee = FormText(
        en: "addressee",
        fr: "destinataire",
        it: "destinatario",
        de: "Empfänger",
        nl: "geadresseerde",
        .own
    )
    static let taxNumbers = FormText(
        en: "Tax numbers (IOSS, VAT, EORI)",
        fr: "N° fiscaux (IOSS, TVA, EORI)",
        it: "Codici fiscali (IOSS, IVA, EORI)",
        de: "Steuernummern (IOSS, USt, EORI)",
        nl: "Fiscale nummers (IOSS, btw, EORI)",
        .own
    )
    static let reference = FormText(
        en: "Reference",
        fr: "Référence",
        it: "Riferimento",
        de: "Referenz",
        nl: "Referentie",
        .own
    )
    static let weight = FormText(
        en: "Weight",
        fr: "Poids",
        it: "Peso",
        de: "Gewicht",
        nl: "Gewicht",
        .own
    )
    static let insuredValue = FormText(
        en: "Insured value",
        fr: "Valeur déclarée",
        it: "Valore assicurato",
        de: "Wertangabe",
        nl: "Verzekerde waarde"
    )
    static let test = FormText("TEST")
    static let notForPosting = FormText(
        en: "not valid for posting",
        fr: "sans valeur postale",
        it: "senza valore postale",
        de: "nicht zum Versand gültig",
        nl: "niet geldig voor verzending",
        .own
    )
}
