/// Column names of other programs and languages, by what they mean: data, as `HeaderName.key`
/// writes them.
///
/// Sources: Royal Mail's field specification for spreadsheets of Click & Drop (help articles
/// 360000250093 and 360015376694, read 2026-11), the field names of the EasyPost and Shippo
/// interfaces, and the everyday words of English, German, French, Italian and Dutch order lists.
/// A word that means two things in these lists is in none of them, or among the ambiguous.
enum ColumnAliases {
    static let items: [(ItemField, [String])] = [
        (.customer, words("account accountnumber customeraccount kundennummer")),
        (
            .reference,
            words(
                """
                orderreference orderref orderid ordernumber orderno shipmentreference \
                itemreference bestellnummer auftragsnummer referenz numerodecommande \
                numerocommande numeroordine riferimento bestelnummer ordernummer referentie
                """
            )
        ),
        (.product, words("mailproduct postalproduct postproduct")),
        (.senderKind, words("sendertype fromtype absendertyp typedexpediteur tipomittente")),
        (
            .nature,
            words(
                """
                nature natureofcontents contentstype contenttype reasonforexport exportreason \
                contentscategory artdessendungsinhalts naturducontenu natureducontenu \
                naturadelcontenuto aardvandeinhoud
                """
            )
        ),
        (.explanation, words("contentsexplanation natureexplanation")),
        (.comments, words("customscomments")),
        (.licence, words("licencenumber licensenumber exportlicence exportlicense")),
        (.certificate, words("certificatenumber")),
        (
            .invoice,
            words(
                """
                commercialinvoicenumber invoicenumber invoiceno rechnungsnummer numerodefacture \
                numerofacture numerofattura factuurnummer
                """
            )
        ),
        (.postageAmount, words("postagepaid postagecost")),
        (.insuredAmount, words("insurancevalue insuranceamount insuredamount insuredvalue")),
        (.dutiesPaidBy, words("incoterm incoterms dutypayer dutiespayer")),
        (.onNonDelivery, words("nondelivery nondeliveryoption nondeliveryinstruction")),
        (.postingDate, words("dateofposting shipdate")),
    ]

    static let lines: [(LineField, [String])] = [
        (
            .description,
            words(
                """
                productcustomsdescription customsdescription goodsdescription itemdescription \
                contentdescription descriptionofcontents customsitemsdescription description \
                beschreibung descrizione omschrijving warenbeschreibung inhaltsbeschreibung \
                descriptionducontenu descriptiondesmarchandises descrizionemerce \
                descrizionedelcontenuto goederenomschrijving omschrijvinginhoud
                """
            )
        ),
        (
            .quantity,
            words(
                """
                quantity qty productquantity itemquantity customsitemsquantity menge anzahl \
                stuckzahl quantite quantita aantal
                """
            )
        ),
        (
            .lineValue,
            words(
                """
                linevalue linetotal linetotalvalue totallinevalue customsitemstotalvalue \
                gesamtwert positionswert valeurtotale valoretotale totalewaarde
                """
            )
        ),
        (
            .currency,
            words("currency currencycode customscurrency wahrung devise monnaie valuta munteenheid")
        ),
        (
            .tariffCode,
            words(
                """
                tariffcode tariffnumber hscode hsnumber hstariffcode hstariffnumber customscode \
                productcustomscode commoditycode harmonisedcode harmonizedcode \
                harmonisedsystemcode harmonizedsystemcode customsitemshstariffnumber \
                customsitemstariffnumber zolltarifnummer warennummer codesh codetarifaire \
                nomenclaturedouaniere codicehs codicedoganale gncode goederencode
                """
            )
        ),
        (
            .origin,
            words(
                """
                origin countryoforigin origincountry productcountryoforigin countryofmanufacture \
                productorigincountry customsitemsorigincountry ursprungsland herkunftsland \
                paysdorigine paesediorigine paesedorigine landvanoorsprong landvanherkomst
                """
            )
        ),
        (.sku, words("sku productsku itemsku artikelnummer")),
        (.gtin, words("gtin ean barcode")),
        (.manufacturerID, words("manufacturerid mid")),
    ]

    static let partyPrefixes: [(PartyRole, [String])] = [
        (
            .sender,
            words(
                """
                sender from fromaddress shipfrom senderaddress shipper absender expediteur \
                mittente afzender
                """
            )
        ),
        (
            .addressee,
            [""]
                + words(
                    """
                    addressee to toaddress shipto recipient receiver consignee shipping \
                    shippingaddress delivery deliveryaddress empfanger empfaenger destinataire \
                    destinatario geadresseerde ontvanger
                    """
                )
        ),
    ]

    static let parties: [(PartyField, [String])] = [
        (.name, words("name fullname contactname nom nomcomplet nome nomecompleto naam")),
        (.givenName, words("firstname givenname vorname prenom voornaam")),
        (
            .familyName,
            words("lastname familyname surname nachname nomdefamille cognome achternaam")
        ),
        (
            .company,
            words(
                """
                company companyname organisation organization firma societe azienda ditta \
                bedrijf
                """
            )
        ),
        (.lines, words("addresslines")),
        (
            .line(1),
            words(
                """
                line1 addressline1 address1 street street1 strasse strassehausnummer \
                strasseundhausnummer rue adresse1 adresseligne1 via indirizzo indirizzo1 straat \
                straatenhuisnummer adresregel1
                """
            )
        ),
        (
            .line(2),
            words(
                """
                line2 addressline2 address2 street2 adresszusatz adresse2 adresseligne2 \
                indirizzo2 adresregel2
                """
            )
        ),
        (.line(3), words("line3 addressline3 address3 street3 adresse3 adresseligne3 indirizzo3")),
        (.houseNumber, words("hausnummer hausnr huisnummer numerocivico")),
        (
            .locality,
            words(
                """
                locality city town towncity citytown posttown ort stadt wohnort ville localite \
                citta localita plaats stad woonplaats
                """
            )
        ),
        (
            .region,
            words(
                """
                region county state province stateprovince bundesland kanton provincia regione \
                provincie
                """
            )
        ),
        (
            .postcode,
            words("postcode postalcode zip zipcode plz postleitzahl codepostal cap codicepostale")
        ),
        (
            .country,
            words("country countrycode countryiso land zielland pays paese nazione bestemmingsland")
        ),
        (.email, words("email emailaddress courriel mail")),
        (
            .phone,
            words(
                """
                phone phonenumber telephone telephonenumber tel mobile telefon telefonnummer \
                telefono telefoonnummer
                """
            )
        ),
        (.taxID(.vat), words("vat vatnumber vatid")),
        (.taxID(.eori), words("eori eorinumber")),
        (.taxID(.ioss), words("ioss iossnumber")),
    ]

    /// Names that one party alone has.
    static let particular: [(PartyRole, PartyField, [String])] = [
        (.sender, .taxID(.ioss), words("ioss iossnumber sellerioss")),
        (
            .addressee, .taxID(.airn),
            words(
                """
                airn addresseeidentificationreferencenumber \
                addresseeidentificationreferencenumberairn
                """
            )
        ),
    ]

    static let unitValues = words(
        """
        unitvalue unitprice productunitprice productprice itemprice priceperitem priceperunit \
        valueperitem valueperunit customsvalueperunit einzelpreis einzelwert stuckpreis \
        valeurunitaire prixunitaire valoreunitario prezzounitario stukprijs waardeperstuk
        """
    )
    static let grossWeights = words(
        """
        grossweight weight parcelweight packageweight shipmentweight totalweight gewicht \
        bruttogewicht gesamtgewicht poids poidsbrut poidstotal peso pesolordo pesototale \
        brutogewicht totaalgewicht
        """
    )
    static let lineWeights = words(
        "lineweight linenetweight totalnetweight poidsnettotal pesonettototale"
    )
    static let unitWeights = words(
        """
        unitweight productweight productunitweight weightperitem weightperunit itemweight \
        stuckgewicht einzelgewicht poidsunitaire pesounitario stukgewicht gewichtperstuk
        """
    )
    static let sizes: [(ItemField, [String])] = [
        (.length, words("length parcellength lange laenge longueur lunghezza lengte")),
        (.width, words("width parcelwidth breite largeur larghezza breedte")),
        (.height, words("height parcelheight hohe hoehe hauteur altezza hoogte")),
    ]

    /// Columns that only spreadsheets for Click & Drop have; in these, a weight is in kilograms.
    static let clickAndDropMarks = words("productcustomscode servicecode packagesize")

    static let grams = words("g gr gram grams gramm grammes grammi ing ingrams")
    static let kilograms = words("kg kgs kilo kilos kilogram kilograms inkg inkilograms")
    static let millimetres = words("mm inmm millimetres millimeters")
    static let centimetres = words("cm incm centimetres centimeters")

    static let ambiguousValues = words(
        """
        value price itemvalue customsvalue declaredvalue goodsvalue preis wert warenwert prix \
        valeur valeurdeclaree prezzo valore prijs waarde
        """
    )
    static let ambiguousWeights = words(
        "netweight netweightg netweightkg nettogewicht poidsnet pesonetto"
    )

    private static func words(_ list: String) -> [String] {
        list.split(separator: " ").map(String.init)
    }
}
