import Mail

/// The wordings of CN 23.
///
/// Source of the English: CN 23 (domain reference 2.3). The official French could not be read: it
/// stands here unverified, as do the other languages.
enum CN23Texts {
    static let number = FormText("CN 23")
    static let continuation = FormText(
        en: "Continuation sheet",
        fr: "Feuille supplémentaire",
        it: "Foglio supplementare",
        de: "Fortsetzungsblatt",
        nl: "Vervolgblad",
        .own
    )
    static let barCode = FormText(
        en: "Item number (bar code, if any)",
        fr: "N° de l’envoi (code à barres, s’il existe)",
        it: "Numero dell’invio (codice a barre, se presente)",
        de: "Sendungsnummer (Strichcode, falls vorhanden)",
        nl: "Zendingsnummer (streepjescode, indien aanwezig)",
        .read([.english])
    )
    static let additionalForms = FormText(
        en: "Additional forms enclosed",
        fr: "Formules supplémentaires jointes",
        it: "Moduli supplementari allegati",
        de: "Zusätzliche Formulare beigefügt",
        nl: "Extra formulieren bijgevoegd",
        .read([.english])
    )
    static let senderReference = FormText(
        en: "Sender’s customs reference (if any)",
        fr: "Référence en douane de l’expéditeur (si elle existe)",
        it: "Riferimento doganale del mittente (se presente)",
        de: "Zollreferenz des Absenders (falls vorhanden)",
        nl: "Douanereferentie van de afzender (indien aanwezig)",
        .read([.english])
    )
    static let importerReference = FormText(
        en: "Importer’s/addressee’s reference (tax code/VAT No./importer code) (optional)",
        fr:
            "Référence de l’importateur/du destinataire (code fiscal/N° de TVA/code importateur) (facultatif)",
        it: "Riferimento dell’importatore/destinatario (codice fiscale/partita IVA) (facoltativo)",
        de: "Referenz des Importeurs/Empfängers (Steuernr./USt-ID/Importeurcode) (freiwillig)",
        nl: "Referentie van de importeur/geadresseerde (fiscaal nr./btw-nr.) (facultatief)",
        .read([.english])
    )
    static let importerContact = FormText(
        en: "Importer’s telephone/fax/e-mail (if known)",
        fr: "N° de téléphone/fax/courriel de l’importateur (si connus)",
        it: "Telefono/fax/e-mail dell’importatore (se noti)",
        de: "Telefon/Fax/E-Mail des Importeurs (falls bekannt)",
        nl: "Telefoon/fax/e-mail van de importeur (indien bekend)",
        .read([.english])
    )
    static let description = FormText(
        en: "Detailed description of contents",
        fr: "Description détaillée du contenu",
        it: "Descrizione dettagliata del contenuto",
        de: "Genaue Beschreibung des Inhalts",
        nl: "Gedetailleerde omschrijving van de inhoud",
        .read([.english])
    )
    static let commercialOnly = FormText(
        en: "For commercial items only",
        fr: "Pour les envois commerciaux seulement",
        it: "Solo per invii commerciali",
        de: "Nur für Handelssendungen",
        nl: "Alleen voor handelszendingen",
        .read([.english])
    )
    static let comments = FormText(
        en:
            "Comments: e.g. goods subject to quarantine, sanitary/phytosanitary inspection or other restrictions",
        fr:
            "Observations : p. ex. marchandise soumise à la quarantaine, à des contrôles sanitaires, phytosanitaires ou à d’autres restrictions",
        it:
            "Osservazioni: ad es. merci soggette a quarantena, controlli sanitari/fitosanitari o altre restrizioni",
        de:
            "Bemerkungen: z. B. Quarantäne, Gesundheits-/Pflanzenschutzkontrolle oder andere Beschränkungen",
        nl:
            "Opmerkingen: bv. goederen onder quarantaine, sanitaire/fytosanitaire controle of andere beperkingen",
        .read([.english])
    )
    static let licence = FormText(
        en: "Licence No(s).",
        fr: "Licence N°(s)",
        it: "Licenza n.",
        de: "Genehmigung Nr.",
        nl: "Vergunning nr.",
        .read([.english])
    )
    static let certificate = FormText(
        en: "Certificate No(s).",
        fr: "Certificat N°(s)",
        it: "Certificato n.",
        de: "Bescheinigung Nr.",
        nl: "Certificaat nr.",
        .read([.english])
    )
    static let invoice = FormText(
        en: "Invoice No.",
        fr: "Facture N°",
        it: "Fattura n.",
        de: "Rechnung Nr.",
        nl: "Factuur nr.",
        .read([.english])
    )

    /// Prescribed; English verbatim.
    static let declaration = FormText(
        en: """
            I certify that the particulars given in this customs declaration are correct and that \
            this item does not contain any dangerous article or articles prohibited by legislation \
            or by postal or customs regulations.
            """,
        fr: """
            Je certifie que les renseignements donnés dans la présente déclaration en douane sont \
            exacts et que cet envoi ne contient aucun objet dangereux ou interdit par la \
            législation ou la réglementation postale ou douanière.
            """,
        it: """
            Certifico che le indicazioni fornite nella presente dichiarazione doganale sono esatte \
            e che l’invio non contiene oggetti pericolosi o vietati dalla legislazione o dalle \
            norme postali o doganali.
            """,
        de: """
            Ich bestätige, dass die Angaben in dieser Zollinhaltserklärung richtig sind und dass \
            diese Sendung keine gefährlichen oder durch Rechts-, Post- oder Zollvorschriften \
            verbotenen Gegenstände enthält.
            """,
        nl: """
            Ik verklaar dat de in deze douaneaangifte vermelde gegevens juist zijn en dat deze \
            zending geen gevaarlijke of bij wet of bij post- of douanevoorschriften verboden \
            voorwerpen bevat.
            """,
        .read([.english])
    )
}
