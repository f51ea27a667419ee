// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension ProblemText {
    static let french: [ProblemCode: ProblemText] = [
        .jsonMalformed: ProblemText(
            "Le corps n'est pas du JSON",
            "Attendu un texte JSON en UTF-8 ; {found}.",
            "Corrigez le corps à cet octet et renvoyez-le ; rien n'a été enregistré."
        ),
        .parameterUnknown: ProblemText(
            "La requête a un paramètre que cette adresse ne connaît pas",
            "Attendu l'un de {known} ; trouvé {name}.",
            "Corrigez le nom du paramètre, ou omettez-le."
        ),
        .parameterInvalid: ProblemText(
            "Un paramètre est illisible",
            "{name} : attendu {expected}, trouvé {found}.",
            "Corrigez le paramètre et redemandez."
        ),
        .headerInvalid: ProblemText(
            "Un en-tête est illisible",
            "{name} : attendu {expected}, trouvé {found}.",
            "Corrigez l'en-tête et renvoyez la requête ; rien n'a été enregistré."
        ),
        .cursorInvalid: ProblemText(
            "Le curseur n'appartient pas à cette liste",
            "Attendu le curseur de la page précédente, avec les mêmes filtres ; trouvé un autre texte.",
            "Recommencez la liste sans curseur ; un curseur expire quand le bureau redémarre."
        ),
        .requestMalformed: ProblemText(
            "La requête est illisible",
            "Attendu une requête conforme à HTTP ; {found}.",
            "Corrigez la requête et renvoyez-la ; rien n'a été enregistré."
        ),
        .bodyTooLarge: ProblemText(
            "Le corps est trop grand",
            "Attendu au plus {limit} octets ; il en est venu davantage.",
            "Envoyez moins d'envois à la fois, ou déposez un fichier."
        ),
        .mediaTypeUnsupported: ProblemText(
            "Le type du corps n'est pas accepté ici",
            "Attendu Content-Type application/json sans compression ; trouvé un autre.",
            "Envoyez le corps en JSON et en UTF-8, avec Content-Type: application/json."
        ),
        .methodNotAllowed: ProblemText(
            "L'adresse n'accepte pas cette méthode",
            "Attendu {allowed} ; trouvé une autre méthode.",
            "Utilisez une des méthodes de l'en-tête Allow."
        ),
        .preconditionMissing: ProblemText(
            "La requête ne dit pas quelle version elle modifie",
            "Attendu If-Match avec l'ETag affiché ; il manque.",
            "Lisez l'envoi et envoyez son ETag dans If-Match."
        ),
        .versionStale: ProblemText(
            "L'envoi a été modifié depuis sa lecture",
            "Attendu la version {expected}, trouvé {found}.",
            "Relisez l'envoi et refaites la modification sur son état actuel."
        ),
        .idempotencyKeyReused: ProblemText(
            "L'Idempotency-Key est déjà venue avec un autre corps",
            "Attendu le corps venu la première fois avec cette clé ; trouvé un autre.",
            "Prenez une nouvelle clé pour une nouvelle requête ; répétez une requête avec son propre corps."
        ),
        .requestTimedOut: ProblemText(
            "La requête a mis trop de temps à arriver",
            "Attendu la requête entière à temps ; le reste n'est pas venu.",
            "Renvoyez-la, avec la même Idempotency-Key."
        ),
        .headerTooLarge: ProblemText(
            "L'en-tête est trop grand",
            "Attendu au plus {limit} octets et {fields} champs dans la première ligne et l'en-tête ; il en est venu davantage.",
            "Envoyez-en moins."
        ),
        .tooManyConnections: ProblemText(
            "Le bureau a toutes les connexions qu'il accepte",
            "Attendu de la place pour une connexion de plus ; aucune trouvée.",
            "Réessayez dans un instant, et gardez une connexion ouverte pour plusieurs requêtes."
        ),
        .unauthenticated: ProblemText(
            "Personne ne sait qui demande",
            "Attendu une clé d'accès ou une session valable ; aucune trouvée.",
            "Envoyez Authorization: Bearer avec une clé de ce bureau, ni révoquée ni expirée."
        ),
        .keyRefused: ProblemText(
            "La clé n'ouvre rien ici",
            "Attendu une clé de ce bureau, entière, ni révoquée ni expirée ; trouvé {found}.",
            "Copiez de nouveau la clé, entière, ou demandez-en une nouvelle à un administrateur du bureau."
        ),
        .modeMismatch: ProblemText(
            "La clé est d'un autre mode",
            "Attendu une clé {office}, trouvé une clé {key}.",
            "Utilisez une clé de ce bureau, ou adressez-vous au bureau {key} ; une clé de test n'atteint jamais de numéros réels."
        ),
        .notPermitted: ProblemText(
            "Vous n'y êtes pas autorisé",
            "Attendu l'autorisation {permission} ; votre rôle ne l'a pas.",
            "Demandez à un administrateur du bureau une clé ou un compte qui l'a."
        ),
        .csrf: ProblemText(
            "La requête ne vient pas d'une page de ce bureau",
            "Attendu le jeton de votre session ; absent, ou un autre.",
            "Rechargez la page et recommencez."
        ),
        .customerNotYours: ProblemText(
            "Le dépôt nomme un compte qui n'est pas le vôtre",
            "Attendu votre propre compte, trouvé {found}.",
            "Omettez customer ; il est pris de votre clé."
        ),
        .rateLimited: ProblemText(
            "Trop de requêtes",
            "Attendu moins de requêtes que RateLimit n'en permet ; trouvé davantage.",
            "Attendez {seconds} s, puis continuez ; rien n'a été enregistré."
        ),
        .notFound: ProblemText(
            "Il n'y a rien à cette adresse",
            "Attendu une adresse de l'API ; aucune ici.",
            "Cherchez l'adresse dans /docs."
        ),
        .itemUnknown: ProblemText(
            "Envoi inconnu",
            "Attendu un envoi que vous pouvez voir ; aucun n'a cet identifiant.",
            "Vérifiez l'identifiant, ou cherchez l'envoi par sa référence : /v1/items?reference=…"
        ),
        .documentUnknown: ProblemText(
            "L'envoi n'a pas ce document",
            "Attendu un document de cet envoi, trouvé {found}.",
            "Listez les documents de l'envoi dans /v1/items/…/documents."
        ),
        .draftUnknown: ProblemText(
            "Brouillon inconnu",
            "Attendu le code d'un brouillon que vous pouvez voir ; aucun trouvé.",
            "Vérifiez le code : huit lettres et chiffres, sans 0, O, 1, I ni L."
        ),
        .webhookUnknown: ProblemText(
            "Webhook inconnu",
            "Attendu un de vos webhooks, trouvé {found}.",
            "Listez vos webhooks dans /v1/webhooks."
        ),
        .eventUnknown: ProblemText(
            "Événement inconnu",
            "Attendu un événement que ce webhook reçoit, trouvé {found}.",
            "Listez les événements dans /v1/events."
        ),
        .fieldsInvalid: ProblemText(
            "Certains champs ne sont pas acceptables",
            "Attendu les champs de cette requête ; {count} sont faux.",
            "Corrigez ce qu'indique errors et renvoyez la requête ; rien n'a été enregistré."
        ),
        .lodgementRefused: ProblemText(
            "Le dépôt a été refusé",
            "Attendu un dépôt que toutes les règles acceptent ; trouvé {count} motifs de refus.",
            "Corrigez ce qu'indique errors et renvoyez-le ; la même référence et la même Idempotency-Key peuvent servir."
        ),
        .referenceReused: ProblemText(
            "La référence appartient à un autre envoi",
            "Attendu le contenu déposé sous {reference} (envoi {item}) ; trouvé un autre contenu.",
            "Prenez une nouvelle référence pour un nouvel envoi, ou modifiez l'envoi qui la porte."
        ),
        .laneClosed: ProblemText(
            "La voie est fermée",
            "Une voie ouverte était attendue ; elle est fermée : {reason}.",
            "Déposez l’envoi de nouveau à la réouverture : {resume}."
        ),
        .laneLimited: ProblemText(
            "La voie n’accepte plus rien pour le moment",
            "Une place sous le plafond de la voie était attendue ; il est atteint : {reason}.",
            "Envoyez la même demande plus tard : {resume}."
        ),
        .laneOrderUnknown: ProblemText(
            "Rien ne porte ce nom",
            "L'ordre nomme ce qui n'existe pas : {found}.",
            "Listez ce qui existe, et nommez-en un."
        ),
        .laneOrderInvalid: ProblemText(
            "L'ordre sur les voies ne peut pas être exécuté",
            "L'ordre dit ce qui ne peut pas être : {found}.",
            "Corrigez l'ordre et renvoyez-le."
        ),
        .laneOrderRefused: ProblemText(
            "L'ordre sur les voies est refusé",
            "Rien n'a changé : {found}.",
            "Regardez le plan et ce qui attend tels qu'ils sont, et donnez un autre ordre."
        ),
        .laneApprovalMissing: ProblemText(
            "Il faut une seconde personne",
            "Rien n'a changé : {found}.",
            "Faites-le nommer par une seconde personne sur la machine du bureau : posthorn lane release plan … --approved-by."
        ),
        .advisoryInvalid: ProblemText(
            "L’avis ne peut pas être publié",
            "Ce qui a été envoyé ne peut pas être : {found}.",
            "Corrigez-le et envoyez-le à nouveau."
        ),
        .advisoryEnded: ProblemText(
            "L’avis est terminé",
            "{name} est terminé depuis {ended}.",
            "Publiez ce qui est nouveau sous un autre nom."
        ),
        .planStale: ProblemText(
            "Le plan des voies a changé entre-temps",
            "Attendu le plan {expected}, trouvé le plan {found}.",
            "Relisez le plan, et voyez ce que le changement y fait maintenant."
        ),
        .draftExpired: ProblemText(
            "Le brouillon a expiré",
            "Attendu un brouillon en attente ; celui-ci a expiré le {expired}.",
            "Enregistrez le brouillon à nouveau et utilisez son nouveau code."
        ),
        .draftBound: ProblemText(
            "Le brouillon est déjà un envoi",
            "Attendu un brouillon en attente ; il est devenu l'envoi {item}.",
            "Continuez avec l'envoi : /v1/items/{item}"
        ),
        .moveIllegal: ProblemText(
            "L'envoi ne peut pas passer à cet état",
            "Attendu un état qui peut devenir {to} ; trouvé {from}.",
            "Lisez l'envoi pour voir où il en est et ce qui est possible."
        ),
        .numberWouldChange: ProblemText(
            "L'envoi modifié aurait besoin d'un autre numéro",
            "Attendu un produit de la série {from} ; trouvé un de la série {to}.",
            "Annulez cet envoi et déposez-en un nouveau."
        ),
        .webhookInvalid: ProblemText(
            "Le webhook n'est pas utilisable",
            "Attendu une adresse et des événements que l'on peut livrer ; {found}.",
            "Corrigez le webhook et renvoyez-le."
        ),
        .proofPending: ProblemText(
            "La preuve est en préparation",
            "Attendu un checkpoint publié qui couvre l'entrée {entry} ; le plus récent couvre {size} entrées.",
            "Redemandez dans une seconde ; l'entrée elle-même est durable."
        ),
        .officeBusy: ProblemText(
            "Le bureau a plus à faire qu'il n'en accepte",
            "Attendu de la place dans la file ; aucune trouvée.",
            "Renvoyez la requête après Retry-After, avec la même Idempotency-Key ; rien n'a été enregistré."
        ),
        .officeClosing: ProblemText(
            "Le bureau ferme",
            "Attendu un bureau au travail ; celui-ci n'accepte plus rien.",
            "Renvoyez la requête après Retry-After, avec la même Idempotency-Key ; rien n'a été enregistré."
        ),
        .vaultUnavailable: ProblemText(
            "Trop peu de coffres répondent",
            "Attendu {expected} coffres qui ont ce qui fut déposé ; trouvé {found}.",
            "Renvoyez la même requête après Retry-After ; ce qui est déjà enregistré est retrouvé, pas doublé."
        ),
        .notYetBack: ProblemText(
            "Cette partie de l'histoire n'est pas encore revenue",
            "Attendu une entrée présente ; {back} entrées sur {total} sont revenues, une restauration cherche encore les autres.",
            "Redemandez après Retry-After ; le dépôt continue entre-temps."
        ),
        .journalDamaged: ProblemText(
            "Le bureau répare son journal",
            "Attendu un journal intact ; des dommages y ont été trouvés et sont réparés depuis un coffre.",
            "Renvoyez la même requête après Retry-After ; rien n'a été enregistré."
        ),
        .officeFault: ProblemText(
            "Quelque chose ne va pas dans le bureau",
            "Attendu que le bureau le fasse ; il n'a pas pu, et la raison est dans son journal.",
            "Renvoyez la requête avec la même Idempotency-Key ; si elle échoue encore, donnez au bureau le request_id."
        ),
    ]
}
