import Mail

/// The instructions on the back of a CN 22: our own words for what the form's fields ask.
///
/// Facts after the instructions of CN 22 (domain reference 2.2); the official text is not copied.
enum CN22BackTexts {
    static let title = FormText(
        en: "Instructions",
        fr: "Instructions",
        it: "Istruzioni",
        de: "Hinweise",
        nl: "Aanwijzingen",
        .own
    )
    static let paragraphs: [FormText] = [
        FormText(
            en: """
                To speed up customs clearance, complete this form in English, French or a language \
                accepted in the country of destination. Use CN 23 when the contents are worth 300 \
                SDR or more.
                """,
            fr: """
                Pour accélérer le dédouanement, remplissez cette formule en anglais, en français ou \
                dans une langue admise dans le pays de destination. Utilisez la formule CN 23 si le \
                contenu vaut 300 DTS ou plus.
                """,
            it: """
                Per accelerare lo sdoganamento compilare il modulo in inglese, in francese o in una \
                lingua ammessa nel paese di destinazione. Usare il CN 23 se il contenuto vale 300 \
                DSP o più.
                """,
            de: """
                Für eine rasche Verzollung das Formular auf Englisch, Französisch oder in einer im \
                Bestimmungsland zugelassenen Sprache ausfüllen. Ab 300 SZR Inhaltswert ist CN 23 zu \
                verwenden.
                """,
            nl: """
                Vul dit formulier voor een vlotte inklaring in het Engels, het Frans of een in het \
                land van bestemming aanvaarde taal in. Gebruik CN 23 bij een waarde van 300 SDR of \
                meer.
                """,
            .own
        ),
        FormText(
            en: """
                (1) Describe each article exactly, with quantity and unit: “two men’s cotton \
                shirts”. General words such as “clothes” are not accepted.
                """,
            fr: """
                (1) Décrivez chaque article avec précision, quantité et unité : « deux chemises en \
                coton pour hommes ». Les termes généraux tels que « vêtements » ne sont pas admis.
                """,
            it: """
                (1) Descrivere ogni articolo con precisione, quantità e unità: «due camicie da uomo \
                in cotone». Termini generici come «vestiti» non sono ammessi.
                """,
            de: """
                (1) Jeden Artikel genau beschreiben, mit Menge und Einheit: „zwei Herrenhemden aus \
                Baumwolle“. Allgemeine Angaben wie „Kleidung“ werden nicht angenommen.
                """,
            nl: """
                (1) Omschrijf elk artikel nauwkeurig, met aantal en eenheid: “twee katoenen \
                herenoverhemden”. Algemene termen zoals “kleding” worden niet aanvaard.
                """,
            .own
        ),
        FormText(
            en: "(2) (3) Give weight and value of each article, and the currency: CHF, EUR, GBP.",
            fr: "(2) (3) Indiquez poids et valeur de chaque article et la monnaie : CHF, EUR, GBP.",
            it: "(2) (3) Indicare peso e valore di ogni articolo e la valuta: CHF, EUR, GBP.",
            de: "(2) (3) Gewicht und Wert jedes Artikels und die Währung angeben: CHF, EUR, GBP.",
            nl: "(2) (3) Vermeld gewicht en waarde van elk artikel en de valuta: CHF, EUR, GBP.",
            .own
        ),
        FormText(
            en: """
                (4*) (5*) Commercial items: the HS number of six digits and the country where the \
                goods were produced, manufactured or assembled. Fix an invoice to the outside.
                """,
            fr: """
                (4*) (5*) Envois commerciaux : le numéro du SH à six chiffres et le pays où la \
                marchandise a été produite, fabriquée ou assemblée. Joignez une facture à \
                l’extérieur.
                """,
            it: """
                (4*) (5*) Invii commerciali: il codice SA a sei cifre e il paese in cui la merce è \
                stata prodotta, fabbricata o assemblata. Apporre una fattura all’esterno.
                """,
            de: """
                (4*) (5*) Handelssendungen: die sechsstellige HS-Nummer und das Land, in dem die \
                Ware erzeugt, hergestellt oder zusammengesetzt wurde. Eine Rechnung außen anbringen.
                """,
            nl: """
                (4*) (5*) Handelszendingen: het HS-nummer van zes cijfers en het land waar de \
                goederen zijn voortgebracht, vervaardigd of geassembleerd. Bevestig een factuur aan \
                de buitenkant.
                """,
            .own
        ),
        FormText(
            en: """
                (6) (7) Give total weight and total value. (8) Your signature and the date confirm \
                your liability for the item.
                """,
            fr: """
                (6) (7) Indiquez le poids total et la valeur totale. (8) Votre signature et la date \
                engagent votre responsabilité pour l’envoi.
                """,
            it: """
                (6) (7) Indicare peso totale e valore totale. (8) La firma e la data confermano la \
                responsabilità del mittente per l’invio.
                """,
            de: """
                (6) (7) Gesamtgewicht und Gesamtwert angeben. (8) Mit Unterschrift und Datum haften \
                Sie für die Sendung.
                """,
            nl: """
                (6) (7) Vermeld totaal gewicht en totale waarde. (8) Met uw handtekening en de datum \
                bevestigt u uw aansprakelijkheid voor de zending.
                """,
            .own
        ),
    ]
}
