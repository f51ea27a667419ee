import Mail

/// The wordings of the cover slip; no form prescribes them.
enum CoverSlipTexts {
    static let copy = FormText(
        en: "Copy",
        fr: "Copie",
        it: "Copia",
        de: "Kopie",
        nl: "Kopie",
        .own
    )
    static let title = FormText(
        en: "Cover slip for documents printed again",
        fr: "Fiche accompagnant des documents réimprimés",
        it: "Foglio per documenti ristampati",
        de: "Begleitblatt zu erneut gedruckten Unterlagen",
        nl: "Begeleidblad bij opnieuw afgedrukte documenten",
        .own
    )
    static let product = FormText(
        en: "Product",
        fr: "Produit",
        it: "Prodotto",
        de: "Produkt",
        nl: "Product",
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
    static let recorded = FormText(
        en: "Recorded",
        fr: "Enregistré le",
        it: "Registrato",
        de: "Erfasst",
        nl: "Geregistreerd",
        .own
    )
    static let printedAgain = FormText(
        en: "Printed again",
        fr: "Réimprimé le",
        it: "Ristampato",
        de: "Erneut gedruckt",
        nl: "Opnieuw afgedrukt",
        .own
    )
    static let files = FormText(
        en: "Documents printed again",
        fr: "Documents réimprimés",
        it: "Documenti ristampati",
        de: "Erneut gedruckte Unterlagen",
        nl: "Opnieuw afgedrukte documenten",
        .own
    )
    static let sameBytes = FormText(
        en: "Each is the same, byte for byte, as when it was first issued."
            + " This slip stays with the office: it is no customs form.",
        fr: "Chacun est identique, octet par octet, à celui établi la première fois."
            + " Cette fiche reste au bureau\u{A0}: elle n’est pas une formule douanière.",
        it: "Ciascuno è identico, byte per byte, a quello emesso la prima volta."
            + " Questo foglio resta all’ufficio: non è un modulo doganale.",
        de: "Jede ist Byte für Byte dieselbe wie bei der ersten Ausstellung."
            + " Dieses Blatt bleibt im Amt: Es ist kein Zollformular.",
        nl: "Elk is byte voor byte gelijk aan het eerst afgegeven exemplaar."
            + " Dit blad blijft op het kantoor: het is geen douaneformulier.",
        .own
    )
}
