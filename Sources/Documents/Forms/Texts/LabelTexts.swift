import Mail

/// The wordings of the item's label; no form prescribes them.
enum LabelTexts {
    static func product(_ product: Product) -> FormText {
        switch product {
        case .letter:
            FormText(
                en: "Letter",
                fr: "Lettre",
                it: "Lettera",
                de: "Brief",
                nl: "Brief",
                .own
            )
        case .packet:
            FormText(
                en: "Small packet",
                fr: "Petit paquet",
                it: "Piccolo pacchetto",
                de: "Päckchen",
                nl: "Pakje",
                .own
            )
        case .packetTracked:
            FormText(
                en: "Tracked packet",
                fr: "Paquet suivi",
                it: "Pacchetto tracciato",
                de: "Verfolgtes Päckchen",
                nl: "Gevolgd pakje",
                .own
            )
        case .registered:
            FormText(
                en: "Registered",
                fr: "Recommandé",
                it: "Raccomandata",
                de: "Einschreiben",
                nl: "Aangetekend",
                .own
            )
        case .insured:
            FormText(
                en: "Insured",
                fr: "Valeur déclarée",
                it: "Assicurata",
                de: "Wertsendung",
                nl: "Verzekerd",
                .own
            )
        case .parcel:
            FormText(en: "Parcel", fr: "Colis", it: "Pacco", de: "Paket", nl: "Pakket", .own)
        case .ecommerceParcel:
            FormText(
                en: "E-commerce parcel",
                fr: "Colis e-commerce",
                it: "Pacco e-commerce",
                de: "E-Commerce-Paket",
                nl: "E-commercepakket",
                .own
            )
        case .ems: FormText("EMS")
        }
    }

    static let formAttached = FormText(
        en: "Customs declaration attached",
        fr: "Déclaration en douane jointe",
        it: "Dichiarazione doganale allegata",
        de: "Zollinhaltserklärung beigefügt",
        nl: "Douaneaangifte bijgevoegd",
        .own
    )
    static let posted = FormText(
        en: "Posted",
        fr: "Déposé le",
        it: "Impostato",
        de: "Eingeliefert",
        nl: "Gepost",
        .own
    )
    static let dutiesPaid = FormText(
        en: "Duties",
        fr: "Droits",
        it: "Dazi",
        de: "Zölle",
        nl: "Rechten",
        .own
    )
}
