import Mail

/// The wordings of CN 22.
///
/// Source of the English: CN 22 as two posts publish it, 2018 the later (domain reference 2.2).
/// The official French could not be read: it stands here unverified.
enum CN22Texts {
    static let number = FormText("CN 22")
    static let important = FormText(
        en: "Important! See instructions on the back",
        fr: "Important ! Voir les instructions au verso",
        it: "Importante! Vedere le istruzioni sul retro",
        de: "Wichtig! Siehe Hinweise auf der Rückseite",
        nl: "Belangrijk! Zie de aanwijzingen op de achterzijde",
        .read([.english])
    )
    static let description = FormText(
        en: "Quantity and detailed description of contents",
        fr: "Quantité et description détaillée du contenu",
        it: "Quantità e descrizione dettagliata del contenuto",
        de: "Menge und genaue Beschreibung des Inhalts",
        nl: "Aantal en gedetailleerde omschrijving van de inhoud",
        .read([.english])
    )
    static let weight = FormText(
        en: "Weight, kg",
        fr: "Poids, kg",
        it: "Peso, kg",
        de: "Gewicht, kg",
        nl: "Gewicht, kg",
        .read([.english])
    )
    static let value = FormText(
        en: "Value",
        fr: "Valeur",
        it: "Valore",
        de: "Wert",
        nl: "Waarde",
        .read([.english])
    )
    static let tariffAndOrigin = FormText(
        en: "HS (4*), origin (5*)",
        fr: "SH (4*), orig. (5*)",
        it: "SA (4*), orig. (5*)",
        de: "HS (4*), Urspr. (5*)",
        nl: "HS (4*), oorspr. (5*)",
        .read([.english])
    )
    static let commercialOnly = FormText(
        en: "* commercial items",
        fr: "* si commercial",
        it: "* invii commerciali",
        de: "* Handelssendungen",
        nl: "* handelszendingen",
        .read([.english])
    )
    static let totals = FormText(
        en: "Total weight, value",
        fr: "Poids total, valeur totale",
        it: "Peso totale, valore totale",
        de: "Gesamtgewicht, Gesamtwert",
        nl: "Totaal gewicht, waarde",
        .read([.english])
    )

    /// Prescribed; English verbatim.
    static let declaration = FormText(
        en: """
            I, the undersigned whose name and address are given on the item, certify that the \
            particulars given in this Declaration are correct and that this item does not contain \
            any dangerous article or articles prohibited by legislation or by postal or customs \
            regulations.
            """,
        fr: """
            Je soussigné, dont le nom et l’adresse figurent sur l’envoi, certifie que les \
            renseignements donnés dans la présente déclaration sont exacts et que cet envoi ne \
            contient aucun objet dangereux ou interdit par la législation ou la réglementation \
            postale ou douanière.
            """,
        it: """
            Il sottoscritto, il cui nome e indirizzo figurano sull’invio, certifica che le \
            indicazioni fornite nella presente dichiarazione sono esatte e che l’invio non contiene \
            oggetti pericolosi o vietati dalla legislazione o dalle norme postali o doganali.
            """,
        de: """
            Ich, der/die Unterzeichnende, dessen/deren Name und Anschrift auf der Sendung stehen, \
            bestätige, dass die Angaben in dieser Erklärung richtig sind und dass diese Sendung \
            keine gefährlichen oder durch Rechts-, Post- oder Zollvorschriften verbotenen \
            Gegenstände enthält.
            """,
        nl: """
            Ondergetekende, wiens naam en adres op de zending staan, verklaart dat de in deze \
            aangifte vermelde gegevens juist zijn en dat deze zending geen gevaarlijke of bij wet \
            of bij post- of douanevoorschriften verboden voorwerpen bevat.
            """,
        .read([.english])
    )
}
