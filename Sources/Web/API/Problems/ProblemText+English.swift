// Sentences stand whole on their line, so that they can be read and searched.
// swift-format-ignore-file
import Mail

extension ProblemText {
    static let english: [ProblemCode: ProblemText] = [
        .jsonMalformed: ProblemText(
            "The body is not JSON",
            "Expected one JSON text in UTF-8; {found}.",
            "Correct the body at that byte and send it again; nothing was stored."
        ),
        .parameterUnknown: ProblemText(
            "The query has a parameter that this address does not know",
            "Expected one of {known}; found {name}.",
            "Correct the parameter's name, or leave it out."
        ),
        .parameterInvalid: ProblemText(
            "A parameter cannot be read",
            "{name}: expected {expected}, found {found}.",
            "Correct the parameter and ask again."
        ),
        .headerInvalid: ProblemText(
            "A header cannot be read",
            "{name}: expected {expected}, found {found}.",
            "Correct the header and send the request again; nothing was stored."
        ),
        .cursorInvalid: ProblemText(
            "The cursor is not one of this list",
            "Expected the cursor of the page before, with the same filters; found another text.",
            "Begin the list again without a cursor; a cursor ends when the office restarts."
        ),
        .requestMalformed: ProblemText(
            "The request cannot be read",
            "Expected a request as HTTP has it; {found}.",
            "Correct the request and send it again; nothing was stored."
        ),
        .bodyTooLarge: ProblemText(
            "The body is too large",
            "Expected at most {limit} bytes; more came.",
            "Send fewer items at a time, or lodge a file."
        ),
        .mediaTypeUnsupported: ProblemText(
            "The body has a media type that is not taken here",
            "Expected Content-Type application/json without a content coding; found another.",
            "Send the body as JSON in UTF-8, with Content-Type: application/json."
        ),
        .methodNotAllowed: ProblemText(
            "The address does not take this method",
            "Expected {allowed}; found another method.",
            "Use one of the methods in the Allow header."
        ),
        .preconditionMissing: ProblemText(
            "The request does not say which version it changes",
            "Expected If-Match with the ETag that was shown; found none.",
            "Fetch the item, look at it, and send its ETag as If-Match."
        ),
        .versionStale: ProblemText(
            "The item was changed since it was looked at",
            "Expected version {expected}, found {found}.",
            "Fetch the item again and repeat the change on what is there now."
        ),
        .idempotencyKeyReused: ProblemText(
            "The Idempotency-Key came with another body before",
            "Expected the body that first came with this key; found another.",
            "Use a new key for a new request; repeat a request with its own body."
        ),
        .requestTimedOut: ProblemText(
            "The request took too long to arrive",
            "Expected the whole request in time; the rest did not come.",
            "Send it again, with the same Idempotency-Key."
        ),
        .headerTooLarge: ProblemText(
            "The header is too large",
            "Expected at most {limit} bytes and {fields} fields in the first line and header; more came.",
            "Send less of them."
        ),
        .tooManyConnections: ProblemText(
            "The office has as many connections as it takes",
            "Expected room for one more connection; found none.",
            "Try again in a moment, and keep connections open for more than one request."
        ),
        .unauthenticated: ProblemText(
            "Nobody knows who asks",
            "Expected a valid access key or session; found none.",
            "Send Authorization: Bearer with a key of this office that is neither revoked nor expired."
        ),
        .keyRefused: ProblemText(
            "The key opens nothing here",
            "Expected a key of this office that is whole, neither revoked nor expired; found {found}.",
            "Copy the key again, whole, or ask an administrator of the office for a new one."
        ),
        .modeMismatch: ProblemText(
            "The key is one of another mode",
            "Expected a {office} key, found a {key} key.",
            "Use a key of this office, or ask the {key} office; test keys never reach live numbers."
        ),
        .notPermitted: ProblemText(
            "You may not do this",
            "Expected the permission {permission}; your role does not have it.",
            "Ask an administrator of the office for a key or an account with that permission."
        ),
        .csrf: ProblemText(
            "The request does not come from a page of this office",
            "Expected the token of your session; found none, or another.",
            "Load the page again and repeat what you did."
        ),
        .customerNotYours: ProblemText(
            "The lodgement names an account that is not yours",
            "Expected your own account, found {found}.",
            "Leave customer out; it is taken from your key."
        ),
        .rateLimited: ProblemText(
            "Too many requests",
            "Expected fewer requests than the RateLimit header allows; found more.",
            "Wait {seconds} s, then go on; nothing was stored."
        ),
        .notFound: ProblemText(
            "Nothing is at this address",
            "Expected an address of the API; found none here.",
            "Look up the address in /docs."
        ),
        .itemUnknown: ProblemText(
            "No such item",
            "Expected an item that you may see; found none of that identifier.",
            "Check the identifier, or look the item up by its reference: /v1/items?reference=…"
        ),
        .documentUnknown: ProblemText(
            "The item has no such document",
            "Expected a document of this item, found {found}.",
            "List the item's documents at /v1/items/…/documents."
        ),
        .draftUnknown: ProblemText(
            "No such draft",
            "Expected the code of a draft that you may see; found none.",
            "Check the code: eight letters and digits, without 0, O, 1, I and L."
        ),
        .webhookUnknown: ProblemText(
            "No such webhook",
            "Expected a webhook of yours, found {found}.",
            "List your webhooks at /v1/webhooks."
        ),
        .eventUnknown: ProblemText(
            "No such event",
            "Expected an event that this webhook is told of, found {found}.",
            "List the events at /v1/events."
        ),
        .fieldsInvalid: ProblemText(
            "Some fields cannot be taken",
            "Expected the fields of this request; found {count} that are wrong.",
            "Correct what errors names and send the request again; nothing was stored."
        ),
        .lodgementRefused: ProblemText(
            "The lodgement was refused",
            "Expected a lodgement that every rule accepts; found {count} reasons to refuse it.",
            "Correct what errors names and send it again; the same reference and Idempotency-Key may be used."
        ),
        .referenceReused: ProblemText(
            "The reference belongs to another item",
            "Expected the content that was lodged under {reference} (item {item}); found other content.",
            "Use a new reference for a new item, or amend the item that has it."
        ),
        .laneClosed: ProblemText(
            "The lane is closed",
            "Expected a lane that is open; it is closed: {reason}.",
            "Lodge the item again when the lane opens: {resume}."
        ),
        .laneLimited: ProblemText(
            "The lane takes no more for now",
            "Expected room under the lane's cap; it is used up: {reason}.",
            "Send the same request again later: {resume}."
        ),
        .laneOrderUnknown: ProblemText(
            "There is nothing of that name",
            "The order names what is not there: {found}.",
            "List what is there, and name one of those."
        ),
        .laneOrderInvalid: ProblemText(
            "The order about lanes cannot be carried out",
            "The order says what cannot be: {found}.",
            "Correct the order and send it again."
        ),
        .laneOrderRefused: ProblemText(
            "The order about lanes is refused",
            "Nothing has changed: {found}.",
            "Look at the plan and what waits as they are now, and give another order."
        ),
        .laneApprovalMissing: ProblemText(
            "It takes a second person",
            "Nothing has changed: {found}.",
            "Have a second person name it on the office's machine: posthorn lane release plan … --approved-by."
        ),
        .advisoryInvalid: ProblemText(
            "The advisory cannot be published",
            "What was sent cannot be: {found}.",
            "Put it right and send it again."
        ),
        .advisoryEnded: ProblemText(
            "The advisory is over",
            "{name} is over since {ended}.",
            "Publish what is new under another name."
        ),
        .planStale: ProblemText(
            "The lane plan is another by now",
            "Expected plan {expected}, found plan {found}.",
            "Fetch the plan again, and see what the change does to it now."
        ),
        .draftExpired: ProblemText(
            "The draft has expired",
            "Expected a draft that still waits; this one expired at {expired}.",
            "Save the draft again and use its new code."
        ),
        .draftBound: ProblemText(
            "The draft is an item already",
            "Expected a draft that still waits; it was made into item {item}.",
            "Go on with the item: /v1/items/{item}"
        ),
        .moveIllegal: ProblemText(
            "The item cannot go there from where it is",
            "Expected a state that may become {to}; found {from}.",
            "Fetch the item to see where it stands, and what is possible from there."
        ),
        .numberWouldChange: ProblemText(
            "The amended item would need another number",
            "Expected a product of series {from}; found one of series {to}.",
            "Cancel this item and lodge a new one."
        ),
        .webhookInvalid: ProblemText(
            "The webhook cannot be used",
            "Expected an address and events that we can deliver to; {found}.",
            "Correct the webhook and send it again."
        ),
        .proofPending: ProblemText(
            "The proof is being made",
            "Expected a published checkpoint that covers entry {entry}; the newest covers {size} entries.",
            "Ask again in a second; the entry itself is durable."
        ),
        .officeBusy: ProblemText(
            "The office has more to do than it takes on",
            "Expected room in the queue; found none.",
            "Send the request again after Retry-After, with the same Idempotency-Key; nothing was stored."
        ),
        .officeClosing: ProblemText(
            "The office is closing",
            "Expected an office at work; found one that takes nothing more.",
            "Send the request again after Retry-After, with the same Idempotency-Key; nothing was stored."
        ),
        .vaultUnavailable: ProblemText(
            "Too few vaults answer",
            "Expected {expected} vaults that have what was lodged; found {found}.",
            "Send the same request again after Retry-After; what was recorded already is found, not recorded twice."
        ),
        .notYetBack: ProblemText(
            "That part of the history is not back yet",
            "Expected an entry that is here; {back} of {total} entries are back, a restore is still fetching the rest.",
            "Ask again after Retry-After; lodging goes on meanwhile."
        ),
        .journalDamaged: ProblemText(
            "The office mends its journal",
            "Expected a journal that is whole; found damage, which is being mended from a vault.",
            "Send the same request again after Retry-After; nothing was stored."
        ),
        .officeFault: ProblemText(
            "Something is wrong in the office",
            "Expected the office to do this; it could not, and the reason is in its own log.",
            "Send the request again with the same Idempotency-Key; if it fails again, tell the office the request_id."
        ),
    ]
}
