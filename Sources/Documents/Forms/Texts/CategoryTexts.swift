import Mail

/// The category boxes of CN 22 and CN 23.
///
/// Source: the six categories of CN 23, field 10, in English; the other languages unverified.
enum CategoryTexts {
    static let category = FormText(
        en: "Category of item",
        fr: "Catégorie de l’envoi",
        it: "Categoria dell’invio",
        de: "Art der Sendung",
        nl: "Soort zending",
        .read([.english])
    )
    static let explanation = FormText(
        en: "Explanation",
        fr: "Explication",
        it: "Spiegazione",
        de: "Erläuterung",
        nl: "Toelichting",
        .read([.english])
    )

    /// The boxes in the order of the form.
    static let boxes: [(nature: Nature, text: FormText)] = [
        (
            .gift,
            FormText(
                en: "Gift",
                fr: "Cadeau",
                it: "Regalo",
                de: "Geschenk",
                nl: "Geschenk",
                .read([.english])
            )
        ),
        (
            .documents,
            FormText(
                en: "Documents",
                fr: "Documents",
                it: "Documenti",
                de: "Dokumente",
                nl: "Documenten",
                .read([.english])
            )
        ),
        (
            .sample,
            FormText(
                en: "Commercial sample",
                fr: "Échantillon commercial",
                it: "Campione commerciale",
                de: "Warenmuster",
                nl: "Handelsmonster",
                .read([.english])
            )
        ),
        (
            .returned,
            FormText(
                en: "Returned goods",
                fr: "Retour de marchandise",
                it: "Merce resa",
                de: "Rückware",
                nl: "Retourgoederen",
                .read([.english])
            )
        ),
        (
            .sale,
            FormText(
                en: "Sale of goods",
                fr: "Vente de marchandises",
                it: "Vendita di merci",
                de: "Warenverkauf",
                nl: "Verkoop van goederen",
                .read([.english])
            )
        ),
        (
            .other,
            FormText(
                en: "Other (please specify)",
                fr: "Autre (à préciser)",
                it: "Altro (specificare)",
                de: "Sonstiges (bitte angeben)",
                nl: "Overige (specificeren)",
                .read([.english])
            )
        ),
    ]

    static let correspondence = FormText(
        en: "Correspondence",
        fr: "Correspondance",
        it: "Corrispondenza",
        de: "Korrespondenz",
        nl: "Correspondentie",
        .own
    )
    static let mixed = FormText(
        en: "Mixed contents",
        fr: "Contenu mixte",
        it: "Contenuto misto",
        de: "Gemischter Inhalt",
        nl: "Gemengde inhoud",
        .own
    )
}
