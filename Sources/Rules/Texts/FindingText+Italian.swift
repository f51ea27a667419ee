// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension FindingText {
    static let italian: [FindingCode: Words] = [
        .rowMalformed: Words(
            "Questa riga non è leggibile.",
            "Dia una cella a ogni colonna dell'intestazione e metta tra virgolette le celle con una virgola, come \"Roma, RM\"."
        ),
        .rowsDisagree: Words(
            "Righe con lo stesso riferimento indicano cose diverse di un solo invio.",
            "Renda uguali le righe in tutto tranne che nell'articolo, o dia a ogni invio un riferimento proprio."
        ),
        .fieldUnknown: Words(
            "Il campo {name} non è tra quelli noti.",
            "Lo tolga, o ne corregga il nome, come addressee.postcode."
        ),
        .fieldMalformed: Words(
            "Atteso {expected}, trovato {found}.",
            "Inserisca il valore nella forma del campo, come 850 per i grammi."
        ),
        .textNotAllowed: Words(
            "Il testo contiene {found}, un segno che non si può stampare né trasmettere.",
            "Riscriva il testo senza quel segno; non lo incolli."
        ),
        .productMissing: Words(
            "Il prodotto non è indicato.",
            "Inserisca un prodotto, come packet-tracked: {expected}."
        ),
        .productUnknown: Words(
            "{found} non è un prodotto.",
            "Inserisca uno di questi prodotti: {expected}."
        ),
        .senderKindMissing: Words(
            "Non è indicato se il mittente è un'impresa.",
            "Inserisca private o business."
        ),
        .senderKindUnknown: Words(
            "{found} non è un tipo di mittente.",
            "Inserisca private o business."
        ),
        .countryMissing: Words(
            "Il paese non è indicato.",
            "Inserisca le due lettere del paese, come FR per la Francia."
        ),
        .countryUnknown: Words(
            "{found} non è il codice di un paese.",
            "Inserisca le due lettere del paese, come FR per la Francia."
        ),
        .destinationNotServed: Words(
            "Non accettiamo invii per questo paese: {country}.",
            "Scelga un altro modo di spedire, o corregga il paese del destinatario."
        ),
        .nameMissing: Words(
            "Il nome non è indicato.",
            "Inserisca il nome completo della persona o dell'impresa, come Ada Rossi."
        ),
        .partyPlaceholder: Words(
            "{found} sta al posto di un nome o di un indirizzo vero.",
            "Inserisca il dato vero, come Ada Rossi, o lasci vuoto il campo facoltativo."
        ),
        .addressLineMissing: Words(
            "L'indirizzo non ha via, casa o casella.",
            "Inserisca la via e il numero, come Via Garibaldi 12."
        ),
        .localityMissing: Words(
            "L'indirizzo non ha una località: {country}.",
            "Inserisca la città o il comune, come Bologna."
        ),
        .regionMissing: Words(
            "Gli indirizzi di questo paese indicano una regione: {country}.",
            "Inserisca lo stato, la provincia o la prefettura, come CA per la California."
        ),
        .postcodeMissing: Words(
            "Gli indirizzi di questo paese indicano un codice postale: {country}.",
            "Inserisca un codice postale, come {example}."
        ),
        .postcodeMalformed: Words(
            "{found} non è un codice postale di questo paese: {country}.",
            "Inserisca un codice postale, come {example}."
        ),
        .phoneMissing: Words(
            "Non è indicato né il telefono né l'indirizzo e-mail del destinatario.",
            "Inserisca un numero con il prefisso del paese, come +33 1 23 45 67 89, o un indirizzo e-mail."
        ),
        .taxIDIncomplete: Words(
            "A un numero fiscale manca il tipo o il valore.",
            "Inserisca entrambi, come tipo IOSS e valore IM3720000224."
        ),
        .taxIDMalformed: Words(
            "{found} non è un numero IOSS.",
            "Inserisca IM e dieci cifre, come IM3720000224."
        ),
        .grossWeightMissing: Words(
            "Il peso dell'invio non è indicato.",
            "Pesi l'invio confezionato e inserisca grammi interi, come 850."
        ),
        .grossWeightInvalid: Words(
            "Un invio non può pesare {found} g.",
            "Pesi l'invio confezionato e inserisca grammi interi, come 850."
        ),
        .weightOverLimit: Words(
            "L'invio pesa {found} g; {product} ammette al massimo {limit} g.",
            "Scelga un prodotto per invii più pesanti, come parcel, o divida il contenuto."
        ),
        .sizeIncomplete: Words(
            "Le dimensioni sono incomplete.",
            "Inserisca lunghezza, larghezza e altezza in millimetri, come 300, 200 e 80, o nessuna."
        ),
        .sizeOverLimit: Words(
            "L'invio è troppo grande: {found} mm; il limite è {limit}.",
            "Scelga un prodotto per invii più grandi, come parcel, o lo confezioni più piccolo."
        ),
        .sizeUnderLimit: Words(
            "L'invio è troppo piccolo: {found} mm; il lato dell'indirizzo misura almeno {limit} mm.",
            "Lo confezioni più grande, o attacchi un cartellino di quella misura."
        ),
        .contentsMissing: Words(
            "L'invio contiene merci e il contenuto non è indicato.",
            "Inserisca una riga per ogni tipo di articolo, come 2 maglioni di cotone."
        ),
        .natureMissing: Words(
            "Non è indicato perché le merci sono spedite.",
            "Inserisca uno di questi, come gift o sale: {expected}."
        ),
        .natureUnknown: Words(
            "{found} non è un motivo di spedizione noto ai moduli.",
            "Inserisca uno di questi: {expected}."
        ),
        .natureUnexplained: Words(
            "Il motivo {found} richiede una spiegazione.",
            "Inserisca che cosa s'intende, come merce da riparare."
        ),
        .natureGiftCommercial: Words(
            "Un'impresa non può dichiarare le sue merci come regalo.",
            "Inserisca sale, sample o un altro motivo vero; per un omaggio, other con la parola gratuito."
        ),
        .natureIsGoods: Words(
            "È elencato un contenuto, quindi l'invio è di merci e non di corrispondenza.",
            "Inserisca il motivo della spedizione, come gift, o tolga le righe se ci sono solo lettere."
        ),
        .descriptionMissing: Words(
            "L'articolo non è descritto.",
            "Inserisca che cos'è, di che cosa è fatto e a che serve, come camicie da uomo di cotone."
        ),
        .descriptionVague: Words(
            "La dogana rifiuta {found} come descrizione.",
            "Inserisca che cos'è, di che cosa è fatto e a che serve, come camicie da uomo di cotone."
        ),
        .descriptionNotSpecific: Words(
            "La descrizione contiene {term}, che da solo la dogana rifiuta.",
            "Dica più esattamente che cos'è, come dischi freno per automobili invece di ricambi auto."
        ),
        .quantityMissing: Words(
            "Il numero di articoli non è indicato.",
            "Inserisca un numero intero, come 2."
        ),
        .quantityInvalid: Words(
            "Non ci possono essere {found} articoli.",
            "Inserisca un numero intero da 1 a 99999999, come 2."
        ),
        .lineWeightMissing: Words(
            "Il peso netto degli articoli non è indicato.",
            "Inserisca il peso dell'intera riga in grammi, come 700."
        ),
        .lineWeightInvalid: Words(
            "Gli articoli non possono pesare {found} g.",
            "Inserisca il peso dell'intera riga in grammi, come 700; almeno 1."
        ),
        .lineWeightsOverGross: Words(
            "Gli articoli pesano insieme {found} g, più dei {limit} g dell'invio.",
            "Pesi di nuovo l'invio confezionato, o corregga i pesi delle righe; ognuno è dell'intera riga."
        ),
        .currencyMissing: Words(
            "La valuta non è indicata.",
            "Inserisca le tre lettere della valuta, come EUR."
        ),
        .currencyUnknown: Words(
            "{found} non è una valuta in uso.",
            "Inserisca le tre lettere della valuta, come EUR."
        ),
        .currencyMixed: Words(
            "Una dichiarazione ha una sola valuta: trovato {found} dopo {expected}.",
            "Indichi tutti i valori in una valuta, come {expected}."
        ),
        .valueMissing: Words(
            "Il valore degli articoli non è indicato.",
            "Inserisca il valore dell'intera riga, come 58.00; per un regalo, quanto costerebbe."
        ),
        .valueMalformed: Words(
            "{found} non è un importo; questa valuta ha {decimals} decimali.",
            "Inserisca cifre con il punto, come 58.00, senza segni né spazi."
        ),
        .valueInvalid: Words(
            "Il valore {found} non si può dichiarare.",
            "Inserisca quanto costerebbero gli articoli, come 58.00; niente di ciò che si spedisce vale 0."
        ),
        .tariffCodeMissing: Words(
            "La dogana di destinazione chiede il codice doganale: {country}.",
            "Inserisca il codice SA dell'articolo, almeno sei cifre, come 611020."
        ),
        .tariffCodeMalformed: Words(
            "{found} non è un codice doganale.",
            "Inserisca 6, 8 o 10 cifre, come 611020."
        ),
        .tariffCodeUnknown: Words(
            "{found} non è un codice del Sistema armonizzato 2022.",
            "Cerchi il codice in una tariffa doganale e lo inserisca, come 611020."
        ),
        .tariffCodeShort: Words(
            "{found} è più corto delle {expected} cifre della tariffa di destinazione: {country}.",
            "Inserisca il codice intero di quella tariffa, come 6110202079, o lo dica al vettore che lo presenta."
        ),
        .originMissing: Words(
            "La dogana di destinazione chiede dove l'articolo è stato prodotto: {country}.",
            "Inserisca le due lettere del paese di produzione, come IT."
        ),
        .originUnknown: Words(
            "{found} non è il codice di un paese.",
            "Inserisca le due lettere del paese di produzione, come IT."
        ),
        .productIdentifierMissing: Words(
            "L'UE chiede un identificativo degli articoli venduti.",
            "Inserisca il Suo SKU, il GTIN o l'identificativo del produttore, come FK-22."
        ),
        .gtinMalformed: Words(
            "{found} non è un GTIN.",
            "Inserisca le 8, 12, 13 o 14 cifre sotto il codice a barre, come 4006381333931."
        ),
        .amountMalformed: Words(
            "{found} non è un importo.",
            "Inserisca cifre con il punto, come 12.35."
        ),
        .dutiesPayerUnknown: Words(
            "{found} non può pagare i dazi.",
            "Inserisca sender o addressee."
        ),
        .nonDeliveryMissing: Words(
            "Non è indicato che fare del pacco se non può essere consegnato.",
            "Inserisca return, abandon o redirect."
        ),
        .nonDeliveryUnknown: Words(
            "{found} non è un'istruzione per un pacco che non può essere consegnato.",
            "Inserisca return, abandon o redirect."
        ),
        .postingDateMalformed: Words(
            "{found} non è una data.",
            "Inserisca anno, mese e giorno, come {expected}."
        ),
        .insuredValueMissing: Words(
            "Il prodotto è assicurato e il valore assicurato non è indicato.",
            "Inserisca importo e valuta, come 120.00 EUR, o scelga un altro prodotto."
        ),
        .textDoesNotFit: Words(
            "Il testo è più lungo del suo campo nel documento.",
            "Accorci il testo; niente viene tagliato per Lei."
        ),
        .characterNotPrintable: Words(
            "Il testo contiene {character}, un carattere che nessuno dei nostri tipi può stampare.",
            "Lo scriva in altro modo, come in lettere latine."
        ),
        .characterNotSendable: Words(
            "Il testo contiene {character}, un carattere che i messaggi del partner non possono portare.",
            "Lo scriva nelle lettere che il partner legge, come in lettere latine."
        ),
        .sdrRateMissing: Words(
            "Non è caricato un cambio DSP per {currency}, quindi l'invio porta il modulo più completo CN 23.",
            "Carichi un cambio datato per {currency}, o lasci il modulo com'è: CN 23 è sempre accettato."
        ),
        .referenceReused: Words(
            "Un invio con questo riferimento è stato presentato con altro contenuto.",
            "Dia al nuovo invio un riferimento proprio, come order-1043, o presenti di nuovo il primo contenuto."
        ),
        .numbersExhausted: Words(
            "Non ci sono più numeri d'invio in questa serie: {series}.",
            "Carichi un nuovo intervallo di numeri e presenti di nuovo l'invio."
        ),
        .laneClosed: Words(
            "Per ora non accettiamo questi invii: {reason}.",
            "Conservi l’invio e lo consegni di nuovo alla riapertura: {resume}."
        ),
        .laneLimited: Words(
            "Per ora abbiamo accettato quanti più invii di questo tipo possibile: {reason}.",
            "Consegni di nuovo l’invio più tardi: {resume}."
        ),
        .laneHeld: Words(
            "Accettiamo l’invio e resta qui in attesa, senza poter promettere un termine: {reason}.",
            "Non deve fare nulla; parte appena possibile, e il suo stato lo dice."
        ),
        .laneDiverted: Words(
            "L’invio deve partire con il nostro partner {partner} e attende qui fino ad allora: {reason}.",
            "Non deve fare nulla; il suo stato dice quando parte."
        ),
        .notYetBack: Words(
            "Questo invio è già stato presentato come {item}, che non è ancora tornato: sono tornate {back} voci su {total}.",
            "Usi i documenti che ha già, o lo presenti di nuovo quando la storia è tornata: allora sarà ritrovato."
        ),
        .historyIncomplete: Words(
            "La storia più vecchia non è ancora tornata, quindi non si sa se fu presentato tempo fa: sono tornate {back} voci su {total}.",
            "Prosegua; se era già presentato, l'ufficio elenca i due invii quando la storia è tornata: ne annulli uno."
        ),
    ]
}
