import Mail

/// The wordings of the commercial invoice: our own, as no form prescribes them.
enum InvoiceTexts {
    static let title = FormText(
        en: "Commercial invoice",
        fr: "Facture commerciale",
        it: "Fattura commerciale",
        de: "Handelsrechnung",
        nl: "Handelsfactuur",
        .own
    )
    static let number = FormText(
        en: "Invoice number",
        fr: "N° de facture",
        it: "Numero fattura",
        de: "Rechnungsnummer",
        nl: "Factuurnummer",
        .own
    )
    static let date = FormText(
        en: "Date",
        fr: "Date",
        it: "Data",
        de: "Datum",
        nl: "Datum",
        .own
    )
    static let seller = FormText(
        en: "Seller, sender",
        fr: "Vendeur, expéditeur",
        it: "Venditore, mittente",
        de: "Verkäufer, Absender",
        nl: "Verkoper, afzender",
        .own
    )
    static let buyer = FormText(
        en: "Buyer, addressee",
        fr: "Acheteur, destinataire",
        it: "Acquirente, destinatario",
        de: "Käufer, Empfänger",
        nl: "Koper, geadresseerde",
        .own
    )
    static let customsReference = FormText(
        en: "Sender’s customs reference",
        fr: "Référence en douane de l’expéditeur",
        it: "Riferimento doganale del mittente",
        de: "Zollreferenz des Absenders",
        nl: "Douanereferentie van de afzender",
        .own
    )
    static let importer = FormText(
        en: "Importer’s reference and contact",
        fr: "Référence et contact de l’importateur",
        it: "Riferimento e contatto dell’importatore",
        de: "Referenz und Kontakt des Importeurs",
        nl: "Referentie en contact van de importeur",
        .own
    )
    static let reason = FormText(
        en: "Reason for export",
        fr: "Motif de l’exportation",
        it: "Motivo dell’esportazione",
        de: "Ausfuhrgrund",
        nl: "Reden van uitvoer",
        .own
    )
    static let destination = FormText(
        en: "Destination",
        fr: "Destination",
        it: "Destinazione",
        de: "Bestimmungsland",
        nl: "Bestemming",
        .own
    )
    static let licenceAndCertificate = FormText(
        en: "Licence, certificate",
        fr: "Licence, certificat",
        it: "Licenza, certificato",
        de: "Genehmigung, Bescheinigung",
        nl: "Vergunning, certificaat",
        .own
    )
    static let description = FormText(
        en: "Description of goods",
        fr: "Désignation des marchandises",
        it: "Descrizione delle merci",
        de: "Warenbezeichnung",
        nl: "Omschrijving van de goederen",
        .own
    )
    static let lineValue = FormText(
        en: "Line value",
        fr: "Valeur de la ligne",
        it: "Valore della riga",
        de: "Positionswert",
        nl: "Regelwaarde",
        .own
    )
    static let goodsTotal = FormText(
        en: "Goods total",
        fr: "Total des marchandises",
        it: "Totale merci",
        de: "Warenwert gesamt",
        nl: "Totaal goederen",
        .own
    )
    static let netTotal = FormText(
        en: "Total net weight",
        fr: "Poids net total",
        it: "Peso netto totale",
        de: "Gesamtnettogewicht",
        nl: "Totaal nettogewicht",
        .own
    )
    static let freight = FormText(
        en: "Freight (postal charges)",
        fr: "Fret (frais de port)",
        it: "Nolo (spese postali)",
        de: "Fracht (Postgebühren)",
        nl: "Vracht (portokosten)",
        .own
    )
    static let page = FormText(
        en: "Page",
        fr: "Page",
        it: "Pagina",
        de: "Seite",
        nl: "Pagina",
        .own
    )
    static let comments = FormText(
        en: "Comments",
        fr: "Observations",
        it: "Osservazioni",
        de: "Bemerkungen",
        nl: "Opmerkingen",
        .own
    )
    static let statement = FormText(
        en: "I declare that the particulars of this invoice are true and complete.",
        fr: "Je déclare que les indications de cette facture sont exactes et complètes.",
        it: "Dichiaro che le indicazioni di questa fattura sono vere e complete.",
        de: "Ich erkläre, dass die Angaben dieser Rechnung richtig und vollständig sind.",
        nl: "Ik verklaar dat de gegevens op deze factuur juist en volledig zijn.",
        .own
    )

    static func reason(_ nature: Nature) -> FormText {
        switch nature {
        case .mixed: CategoryTexts.mixed
        case .correspondence: CategoryTexts.correspondence
        default:
            CategoryTexts.boxes.first { $0.nature == nature }?.text ?? CategoryTexts.mixed
        }
    }
}
