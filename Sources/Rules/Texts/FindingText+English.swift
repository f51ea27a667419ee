// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension FindingText {
    static let english: [FindingCode: Words] = [
        .rowMalformed: Words(
            "This row cannot be read.",
            "Give each column of the header one cell and put a cell that holds a comma in quotes, like \"Leeds, UK\"."
        ),
        .rowsDisagree: Words(
            "Rows with the same reference state different things of one item.",
            "Make the rows agree in everything but their content line, or give each item its own reference."
        ),
        .fieldUnknown: Words(
            "The field {name} is not one we know.",
            "Remove it, or correct its name, like addressee.postcode."
        ),
        .fieldMalformed: Words(
            "Expected {expected}, found {found}.",
            "Enter the value in the form of its field, like 850 for grams."
        ),
        .textNotAllowed: Words(
            "The text holds {found}, a sign that can be neither printed nor sent.",
            "Type the text again without it; do not paste it."
        ),
        .productMissing: Words(
            "No product is stated.",
            "Enter a product, like packet-tracked: {expected}."
        ),
        .productUnknown: Words(
            "{found} is not a product.",
            "Enter one of these products: {expected}."
        ),
        .senderKindMissing: Words(
            "It is not stated whether the sender is a business.",
            "Enter private or business."
        ),
        .senderKindUnknown: Words(
            "{found} is not a kind of sender.",
            "Enter private or business."
        ),
        .countryMissing: Words(
            "No country is stated.",
            "Enter the two letters of the country, like FR for France."
        ),
        .countryUnknown: Words(
            "{found} is not a country code.",
            "Enter the two letters of the country, like FR for France."
        ),
        .destinationNotServed: Words(
            "We do not take mail to this country: {country}.",
            "Choose another way to send it, or correct the addressee's country."
        ),
        .nameMissing: Words(
            "No name is stated.",
            "Enter the full name of the person or of the company, like Ada Fox."
        ),
        .partyPlaceholder: Words(
            "{found} stands where a real name or address must.",
            "Enter what is true of the person, like Ada Fox, or leave an optional field empty."
        ),
        .addressLineMissing: Words(
            "The address has no street, house or box.",
            "Enter the street and the number, like 12 Mill Lane."
        ),
        .localityMissing: Words(
            "The address has no town: {country}.",
            "Enter the town or city, like Leeds."
        ),
        .regionMissing: Words(
            "Addresses of this country state a region: {country}.",
            "Enter the state, province or prefecture, like CA for California."
        ),
        .postcodeMissing: Words(
            "Addresses of this country state a postcode: {country}.",
            "Enter a postcode, like {example}."
        ),
        .postcodeMalformed: Words(
            "{found} is not a postcode of this country: {country}.",
            "Enter a postcode, like {example}."
        ),
        .phoneMissing: Words(
            "Neither a telephone number nor an e-mail address of the addressee is stated.",
            "Enter a telephone number with its country code, like +33 1 23 45 67 89, or an e-mail address."
        ),
        .taxIDIncomplete: Words(
            "A tax number lacks its kind or its value.",
            "Enter both, like kind IOSS and value IM3720000224."
        ),
        .taxIDMalformed: Words(
            "{found} is not an IOSS number.",
            "Enter IM and ten digits, like IM3720000224."
        ),
        .grossWeightMissing: Words(
            "The weight of the item is not stated.",
            "Weigh the packed item and enter whole grams, like 850."
        ),
        .grossWeightInvalid: Words(
            "An item cannot weigh {found} g.",
            "Weigh the packed item and enter whole grams, like 850."
        ),
        .weightOverLimit: Words(
            "The item weighs {found} g; {product} takes at most {limit} g.",
            "Choose a product for heavier items, like parcel, or divide the contents."
        ),
        .sizeIncomplete: Words(
            "The size is not whole.",
            "Enter length, width and height in millimetres, like 300, 200 and 80, or none of them."
        ),
        .sizeOverLimit: Words(
            "The item is too large: {found} mm; the limit is {limit}.",
            "Choose a product for larger items, like parcel, or pack it smaller."
        ),
        .sizeUnderLimit: Words(
            "The item is too small: {found} mm; its face is at least {limit} mm.",
            "Pack it larger, or attach an address tag of that size."
        ),
        .contentsMissing: Words(
            "The item is goods and its contents are not stated.",
            "Enter a line for each kind of article, like 2 knitted cotton jumpers."
        ),
        .natureMissing: Words(
            "Why the goods are sent is not stated.",
            "Enter one of these, like gift or sale: {expected}."
        ),
        .natureUnknown: Words(
            "{found} is not a reason for sending that the forms know.",
            "Enter one of these: {expected}."
        ),
        .natureUnexplained: Words(
            "The reason {found} needs an explanation.",
            "Enter what is meant, like goods for repair."
        ),
        .natureGiftCommercial: Words(
            "A business cannot declare its goods as a gift.",
            "Enter sale, sample or another reason that is true; for a free item, other with free of charge."
        ),
        .natureIsGoods: Words(
            "Contents are listed, so the item is goods and not correspondence.",
            "Enter why the goods are sent, like gift, or remove the lines if there are only letters."
        ),
        .descriptionMissing: Words(
            "The article is not described.",
            "Enter what it is, what it is made of and what for, like men's cotton shirts."
        ),
        .descriptionVague: Words(
            "Customs refuse {found} as a description.",
            "Enter what it is, what it is made of and what for, like men's cotton shirts."
        ),
        .descriptionNotSpecific: Words(
            "The description contains {term}, which customs refuse alone.",
            "Say more exactly what it is, like brake discs for passenger cars for auto parts."
        ),
        .quantityMissing: Words(
            "The number of articles is not stated.",
            "Enter a whole number, like 2."
        ),
        .quantityInvalid: Words(
            "There cannot be {found} articles.",
            "Enter a whole number from 1 to 99999999, like 2."
        ),
        .lineWeightMissing: Words(
            "The net weight of the articles is not stated.",
            "Enter the weight of the whole line in grams, like 700."
        ),
        .lineWeightInvalid: Words(
            "Articles cannot weigh {found} g.",
            "Enter the weight of the whole line in grams, like 700; at least 1."
        ),
        .lineWeightsOverGross: Words(
            "The articles weigh {found} g together, more than the item's {limit} g.",
            "Weigh the packed item again, or correct the weights of the lines; each is of the whole line."
        ),
        .currencyMissing: Words(
            "The currency is not stated.",
            "Enter the three letters of the currency, like GBP."
        ),
        .currencyUnknown: Words(
            "{found} is not a currency in use.",
            "Enter the three letters of the currency, like GBP."
        ),
        .currencyMixed: Words(
            "One declaration has one currency: found {found} after {expected}.",
            "State all values in one currency, like {expected}."
        ),
        .valueMissing: Words(
            "The value of the articles is not stated.",
            "Enter the value of the whole line, like 58.00; of a gift, what it would cost."
        ),
        .valueMalformed: Words(
            "{found} is not an amount; this currency has {decimals} decimals.",
            "Enter digits with a point, like 58.00, without signs or spaces."
        ),
        .valueInvalid: Words(
            "The value {found} cannot be declared.",
            "Enter what the articles would cost, like 58.00; nothing that is sent is worth 0."
        ),
        .tariffCodeMissing: Words(
            "Customs of the destination ask for the tariff code: {country}.",
            "Enter the HS code of the article, at least six digits, like 611020."
        ),
        .tariffCodeMalformed: Words(
            "{found} is not a tariff code.",
            "Enter 6, 8 or 10 digits, like 611020."
        ),
        .tariffCodeUnknown: Words(
            "{found} is not a code of the Harmonized System 2022.",
            "Look the code up in a customs tariff and enter it, like 611020."
        ),
        .tariffCodeShort: Words(
            "{found} is shorter than the {expected} digits of the destination's tariff: {country}.",
            "Enter the full code of that tariff, like 6110202079, or tell the carrier who files it."
        ),
        .originMissing: Words(
            "Customs of the destination ask where the article was made: {country}.",
            "Enter the two letters of the country where it was made, like GB."
        ),
        .originUnknown: Words(
            "{found} is not a country code.",
            "Enter the two letters of the country where the article was made, like GB."
        ),
        .productIdentifierMissing: Words(
            "The EU asks for a product identifier of articles that are sold.",
            "Enter your SKU, the GTIN or the manufacturer's identifier, like FK-22."
        ),
        .gtinMalformed: Words(
            "{found} is not a GTIN.",
            "Enter the 8, 12, 13 or 14 digits under the bar code, like 4006381333931."
        ),
        .amountMalformed: Words(
            "{found} is not an amount.",
            "Enter digits with a point, like 12.35."
        ),
        .dutiesPayerUnknown: Words(
            "{found} cannot pay the duties.",
            "Enter sender or addressee."
        ),
        .nonDeliveryMissing: Words(
            "What to do with the parcel if it cannot be delivered is not stated.",
            "Enter return, abandon or redirect."
        ),
        .nonDeliveryUnknown: Words(
            "{found} is not an instruction for a parcel that cannot be delivered.",
            "Enter return, abandon or redirect."
        ),
        .postingDateMalformed: Words(
            "{found} is not a day.",
            "Enter year, month and day, like {expected}."
        ),
        .insuredValueMissing: Words(
            "The product is insured and its insured value is not stated.",
            "Enter amount and currency, like 120.00 GBP, or choose another product."
        ),
        .textDoesNotFit: Words(
            "The text is longer than its field on the document.",
            "Shorten the text; nothing is cut off for you."
        ),
        .characterNotPrintable: Words(
            "The text holds {character}, a character that none of our fonts can print.",
            "Write it in another way, like in Latin letters."
        ),
        .characterNotSendable: Words(
            "The text holds {character}, a character that the partner's messages cannot carry.",
            "Write it in the letters that the partner reads, like in Latin letters."
        ),
        .sdrRateMissing: Words(
            "No SDR rate of {currency} is loaded, so the item bears the fuller form CN 23.",
            "Load a dated rate of {currency}, or leave the form as it is: CN 23 is always accepted."
        ),
        .referenceReused: Words(
            "An item with this reference was lodged with other content.",
            "Give the new item its own reference, like order-1043, or lodge the first content again."
        ),
        .numbersExhausted: Words(
            "There is no item number left in this series: {series}.",
            "Load a new range of numbers and lodge the item again."
        ),
        .laneClosed: Words(
            "We are not taking such items for now: {reason}.",
            "Keep the item and lodge it again when this lane opens: {resume}."
        ),
        .laneLimited: Words(
            "We have taken as many such items as we can for now: {reason}.",
            "Lodge the item again later: {resume}."
        ),
        .laneHeld: Words(
            "We take the item and it waits here, for how long we cannot promise: {reason}.",
            "You need do nothing; it goes as soon as it may, and its status tells."
        ),
        .laneDiverted: Words(
            "The item is to go with our partner {partner}, and waits here until it can: {reason}.",
            "You need do nothing; its status tells when it goes."
        ),
        .notYetBack: Words(
            "This was lodged before as {item}, which is not back yet: {back} of {total} entries are.",
            "Keep the papers that it has, or lodge it again when the history is back: it is found then."
        ),
        .historyIncomplete: Words(
            "Older history is not back yet, so nobody knows whether this was lodged long ago: {back} of {total} entries are back.",
            "Go on; if it was lodged before, the office lists both items when the history is back: cancel one."
        ),
    ]
}
