// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension FindingText {
    static let french: [FindingCode: Words] = [
        .rowMalformed: Words(
            "Cette ligne ne peut pas être lue.",
            "Donnez une cellule à chaque colonne de l'en-tête et mettez entre guillemets celles qui ont une virgule, comme \"Lille, Nord\"."
        ),
        .rowsDisagree: Words(
            "Des lignes de même référence disent des choses différentes d'un seul envoi.",
            "Accordez les lignes en tout sauf l'article, ou donnez à chaque envoi sa propre référence."
        ),
        .fieldUnknown: Words(
            "Le champ {name} n'est pas connu.",
            "Supprimez-le, ou corrigez son nom, comme addressee.postcode."
        ),
        .fieldMalformed: Words(
            "Attendu {expected}, trouvé {found}.",
            "Saisissez la valeur dans la forme du champ, comme 850 pour des grammes."
        ),
        .textNotAllowed: Words(
            "Le texte contient {found}, un signe qui ne peut être ni imprimé ni transmis.",
            "Saisissez le texte à nouveau sans ce signe ; ne le collez pas."
        ),
        .productMissing: Words(
            "Le produit n'est pas indiqué.",
            "Saisissez un produit, comme packet-tracked : {expected}."
        ),
        .productUnknown: Words(
            "{found} n'est pas un produit.",
            "Saisissez un de ces produits : {expected}."
        ),
        .senderKindMissing: Words(
            "Il n'est pas indiqué si l'expéditeur est une entreprise.",
            "Saisissez private ou business."
        ),
        .senderKindUnknown: Words(
            "{found} n'est pas une sorte d'expéditeur.",
            "Saisissez private ou business."
        ),
        .countryMissing: Words(
            "Le pays n'est pas indiqué.",
            "Saisissez les deux lettres du pays, comme FR pour la France."
        ),
        .countryUnknown: Words(
            "{found} n'est pas un code de pays.",
            "Saisissez les deux lettres du pays, comme FR pour la France."
        ),
        .destinationNotServed: Words(
            "Nous n'acceptons pas d'envois pour ce pays : {country}.",
            "Choisissez un autre moyen d'envoi, ou corrigez le pays du destinataire."
        ),
        .nameMissing: Words(
            "Le nom n'est pas indiqué.",
            "Saisissez le nom complet de la personne ou de l'entreprise, comme Ada Renard."
        ),
        .partyPlaceholder: Words(
            "{found} tient la place d'un vrai nom ou d'une vraie adresse.",
            "Saisissez ce qui est vrai, comme Ada Renard, ou laissez vide un champ facultatif."
        ),
        .addressLineMissing: Words(
            "L'adresse n'a ni rue, ni maison, ni boîte.",
            "Saisissez le numéro et la rue, comme 12 rue du Moulin."
        ),
        .localityMissing: Words(
            "L'adresse n'a pas de localité : {country}.",
            "Saisissez la ville ou la commune, comme Lille."
        ),
        .regionMissing: Words(
            "Les adresses de ce pays indiquent une région : {country}.",
            "Saisissez l'État, la province ou la préfecture, comme CA pour la Californie."
        ),
        .postcodeMissing: Words(
            "Les adresses de ce pays indiquent un code postal : {country}.",
            "Saisissez un code postal, comme {example}."
        ),
        .postcodeMalformed: Words(
            "{found} n'est pas un code postal de ce pays : {country}.",
            "Saisissez un code postal, comme {example}."
        ),
        .phoneMissing: Words(
            "Ni le téléphone ni l'adresse électronique du destinataire ne sont indiqués.",
            "Saisissez un numéro avec l'indicatif du pays, comme +33 1 23 45 67 89, ou une adresse électronique."
        ),
        .taxIDIncomplete: Words(
            "Il manque à un numéro fiscal son genre ou sa valeur.",
            "Saisissez les deux, comme genre IOSS et valeur IM3720000224."
        ),
        .taxIDMalformed: Words(
            "{found} n'est pas un numéro IOSS.",
            "Saisissez IM et dix chiffres, comme IM3720000224."
        ),
        .grossWeightMissing: Words(
            "Le poids de l'envoi n'est pas indiqué.",
            "Pesez l'envoi emballé et saisissez des grammes entiers, comme 850."
        ),
        .grossWeightInvalid: Words(
            "Un envoi ne peut pas peser {found} g.",
            "Pesez l'envoi emballé et saisissez des grammes entiers, comme 850."
        ),
        .weightOverLimit: Words(
            "L'envoi pèse {found} g ; {product} admet au plus {limit} g.",
            "Choisissez un produit pour des envois plus lourds, comme parcel, ou partagez le contenu."
        ),
        .sizeIncomplete: Words(
            "Les dimensions sont incomplètes.",
            "Saisissez longueur, largeur et hauteur en millimètres, comme 300, 200 et 80, ou aucune."
        ),
        .sizeOverLimit: Words(
            "L'envoi est trop grand : {found} mm ; la limite est {limit}.",
            "Choisissez un produit pour des envois plus grands, comme parcel, ou emballez-le plus petit."
        ),
        .sizeUnderLimit: Words(
            "L'envoi est trop petit : {found} mm ; sa face mesure au moins {limit} mm.",
            "Emballez-le plus grand, ou attachez une étiquette de cette taille."
        ),
        .contentsMissing: Words(
            "L'envoi contient des marchandises et son contenu n'est pas indiqué.",
            "Saisissez une ligne par genre d'article, comme 2 pulls en coton."
        ),
        .natureMissing: Words(
            "Il n'est pas indiqué pourquoi les marchandises sont envoyées.",
            "Saisissez un de ces motifs, comme gift ou sale : {expected}."
        ),
        .natureUnknown: Words(
            "{found} n'est pas un motif que les formules connaissent.",
            "Saisissez un de ces motifs : {expected}."
        ),
        .natureUnexplained: Words(
            "Le motif {found} demande une explication.",
            "Saisissez ce qui est entendu, comme marchandise à réparer."
        ),
        .natureGiftCommercial: Words(
            "Une entreprise ne peut pas déclarer ses marchandises comme cadeau.",
            "Saisissez sale, sample ou un autre motif vrai ; pour un objet offert, other avec la mention gratuit."
        ),
        .natureIsGoods: Words(
            "Un contenu est énuméré : l'envoi est de marchandises et non de correspondance.",
            "Saisissez le motif de l'envoi, comme gift, ou ôtez les lignes s'il n'y a que des lettres."
        ),
        .descriptionMissing: Words(
            "L'article n'est pas décrit.",
            "Saisissez ce que c'est, en quoi et à quoi cela sert, comme chemises d'homme en coton."
        ),
        .descriptionVague: Words(
            "La douane refuse {found} comme description.",
            "Saisissez ce que c'est, en quoi et à quoi cela sert, comme chemises d'homme en coton."
        ),
        .descriptionNotSpecific: Words(
            "La description contient {term}, que la douane refuse seul.",
            "Dites plus exactement ce que c'est, comme disques de frein pour voitures au lieu de pièces auto."
        ),
        .quantityMissing: Words(
            "Le nombre d'articles n'est pas indiqué.",
            "Saisissez un nombre entier, comme 2."
        ),
        .quantityInvalid: Words(
            "Il ne peut pas y avoir {found} articles.",
            "Saisissez un nombre entier de 1 à 99999999, comme 2."
        ),
        .lineWeightMissing: Words(
            "Le poids net des articles n'est pas indiqué.",
            "Saisissez le poids de toute la ligne en grammes, comme 700."
        ),
        .lineWeightInvalid: Words(
            "Des articles ne peuvent pas peser {found} g.",
            "Saisissez le poids de toute la ligne en grammes, comme 700 ; au moins 1."
        ),
        .lineWeightsOverGross: Words(
            "Les articles pèsent ensemble {found} g, plus que les {limit} g de l'envoi.",
            "Pesez à nouveau l'envoi emballé, ou corrigez les poids ; chacun est celui de toute la ligne."
        ),
        .currencyMissing: Words(
            "La monnaie n'est pas indiquée.",
            "Saisissez les trois lettres de la monnaie, comme EUR."
        ),
        .currencyUnknown: Words(
            "{found} n'est pas une monnaie en usage.",
            "Saisissez les trois lettres de la monnaie, comme EUR."
        ),
        .currencyMixed: Words(
            "Une déclaration a une seule monnaie : trouvé {found} après {expected}.",
            "Indiquez toutes les valeurs dans une monnaie, comme {expected}."
        ),
        .valueMissing: Words(
            "La valeur des articles n'est pas indiquée.",
            "Saisissez la valeur de toute la ligne, comme 58.00 ; pour un cadeau, ce qu'il coûterait."
        ),
        .valueMalformed: Words(
            "{found} n'est pas un montant ; cette monnaie a {decimals} décimales.",
            "Saisissez des chiffres avec un point, comme 58.00, sans signe ni espace."
        ),
        .valueInvalid: Words(
            "La valeur {found} ne peut pas être déclarée.",
            "Saisissez ce que les articles coûteraient, comme 58.00 ; rien de ce qu'on envoie ne vaut 0."
        ),
        .tariffCodeMissing: Words(
            "La douane de destination demande le code tarifaire : {country}.",
            "Saisissez le code SH de l'article, au moins six chiffres, comme 611020."
        ),
        .tariffCodeMalformed: Words(
            "{found} n'est pas un code tarifaire.",
            "Saisissez 6, 8 ou 10 chiffres, comme 611020."
        ),
        .tariffCodeUnknown: Words(
            "{found} n'est pas un code du Système harmonisé 2022.",
            "Cherchez le code dans un tarif douanier et saisissez-le, comme 611020."
        ),
        .tariffCodeShort: Words(
            "{found} est plus court que les {expected} chiffres du tarif de destination : {country}.",
            "Saisissez le code entier de ce tarif, comme 6110202079, ou donnez-le au transporteur qui le dépose."
        ),
        .originMissing: Words(
            "La douane de destination demande où l'article a été fabriqué : {country}.",
            "Saisissez les deux lettres du pays de fabrication, comme FR."
        ),
        .originUnknown: Words(
            "{found} n'est pas un code de pays.",
            "Saisissez les deux lettres du pays de fabrication, comme FR."
        ),
        .productIdentifierMissing: Words(
            "L'UE demande un identifiant des articles vendus.",
            "Saisissez votre SKU, le GTIN ou l'identifiant du fabricant, comme FK-22."
        ),
        .gtinMalformed: Words(
            "{found} n'est pas un GTIN.",
            "Saisissez les 8, 12, 13 ou 14 chiffres sous le code à barres, comme 4006381333931."
        ),
        .amountMalformed: Words(
            "{found} n'est pas un montant.",
            "Saisissez des chiffres avec un point, comme 12.35."
        ),
        .dutiesPayerUnknown: Words(
            "{found} ne peut pas payer les droits.",
            "Saisissez sender ou addressee."
        ),
        .nonDeliveryMissing: Words(
            "Il n'est pas indiqué que faire du colis s'il ne peut pas être distribué.",
            "Saisissez return, abandon ou redirect."
        ),
        .nonDeliveryUnknown: Words(
            "{found} n'est pas une instruction pour un colis non distribuable.",
            "Saisissez return, abandon ou redirect."
        ),
        .postingDateMalformed: Words(
            "{found} n'est pas un jour.",
            "Saisissez année, mois et jour, comme {expected}."
        ),
        .insuredValueMissing: Words(
            "Le produit est assuré et la valeur assurée n'est pas indiquée.",
            "Saisissez montant et monnaie, comme 120.00 EUR, ou choisissez un autre produit."
        ),
        .textDoesNotFit: Words(
            "Le texte est plus long que son champ sur le document.",
            "Raccourcissez le texte ; rien n'est coupé à votre place."
        ),
        .characterNotPrintable: Words(
            "Le texte contient {character}, un caractère qu'aucune de nos polices ne peut imprimer.",
            "Écrivez-le autrement, comme en lettres latines."
        ),
        .characterNotSendable: Words(
            "Le texte contient {character}, un caractère que les messages du partenaire ne peuvent pas porter.",
            "Écrivez-le dans les lettres que le partenaire lit, comme en lettres latines."
        ),
        .sdrRateMissing: Words(
            "Aucun cours DTS de {currency} n'est chargé : l'envoi porte la formule plus complète CN 23.",
            "Chargez un cours daté de {currency}, ou laissez la formule : CN 23 est toujours acceptée."
        ),
        .referenceReused: Words(
            "Un envoi de cette référence a été déposé avec un autre contenu.",
            "Donnez au nouvel envoi sa propre référence, comme order-1043, ou déposez à nouveau le premier contenu."
        ),
        .numbersExhausted: Words(
            "Il ne reste plus de numéro d'envoi dans cette série : {series}.",
            "Chargez une nouvelle plage de numéros et déposez à nouveau l'envoi."
        ),
        .laneClosed: Words(
            "Nous n’acceptons pas ces envois pour le moment : {reason}.",
            "Gardez l’envoi et déposez-le de nouveau à la réouverture : {resume}."
        ),
        .laneLimited: Words(
            "Nous avons accepté autant de ces envois que possible pour le moment : {reason}.",
            "Déposez l’envoi de nouveau plus tard : {resume}."
        ),
        .laneHeld: Words(
            "Nous acceptons l’envoi et il attend ici, sans que nous puissions promettre de délai : {reason}.",
            "Vous n’avez rien à faire ; il part dès que possible, et son état le dit."
        ),
        .laneDiverted: Words(
            "L’envoi doit partir avec notre partenaire {partner} et attend ici jusque-là : {reason}.",
            "Vous n’avez rien à faire ; son état dit quand il part."
        ),
        .notYetBack: Words(
            "Cet envoi a déjà été déposé sous {item}, qui n'est pas encore revenu : {back} entrées sur {total} le sont.",
            "Gardez les documents qu'il a, ou déposez-le à nouveau quand l'historique est revenu : il sera retrouvé."
        ),
        .historyIncomplete: Words(
            "L'historique ancien n'est pas encore revenu ; on ne sait donc pas si cet envoi fut déposé jadis : {back} entrées sur {total} sont revenues.",
            "Continuez ; s'il avait été déposé, le bureau nomme les deux envois quand l'historique est revenu : annulez-en un."
        ),
    ]
}
