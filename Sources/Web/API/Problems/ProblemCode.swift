package import HTTPTypes

/// What a problem is, as programs tell them apart; frozen names.
package enum ProblemCode: String, Hashable, Sendable, CaseIterable {
    // The request itself.
    case jsonMalformed = "json_malformed"
    case parameterUnknown = "parameter_unknown"
    case parameterInvalid = "parameter_invalid"
    case headerInvalid = "header_invalid"
    case cursorInvalid = "cursor_invalid"
    case requestMalformed = "request_malformed"
    case bodyTooLarge = "body_too_large"
    case mediaTypeUnsupported = "media_type_unsupported"
    case methodNotAllowed = "method_not_allowed"
    case preconditionMissing = "precondition_missing"
    case versionStale = "version_stale"
    case idempotencyKeyReused = "idempotency_key_reused"
    case requestTimedOut = "request_timed_out"
    case headerTooLarge = "header_too_large"
    case tooManyConnections = "too_many_connections"
    // Who asks.
    case unauthenticated
    case keyRefused = "key_refused"
    case modeMismatch = "mode_mismatch"
    case notPermitted = "not_permitted"
    case csrf
    case customerNotYours = "customer_not_yours"
    case rateLimited = "rate_limited"
    // What is not there.
    case notFound = "not_found"
    case itemUnknown = "item_unknown"
    case documentUnknown = "document_unknown"
    case draftUnknown = "draft_unknown"
    case webhookUnknown = "webhook_unknown"
    case eventUnknown = "event_unknown"
    // What the office says.
    case fieldsInvalid = "fields_invalid"
    case lodgementRefused = "lodgement_refused"
    case referenceReused = "reference_reused"
    case laneClosed = "lane_closed"
    case laneLimited = "lane_limited"
    case laneOrderUnknown = "lane_order_unknown"
    case laneOrderInvalid = "lane_order_invalid"
    case laneOrderRefused = "lane_order_refused"
    case laneApprovalMissing = "lane_approval_missing"
    case planStale = "plan_stale"
    case advisoryInvalid = "advisory_invalid"
    case advisoryEnded = "advisory_ended"
    case draftExpired = "draft_expired"
    case draftBound = "draft_bound"
    case moveIllegal = "move_illegal"
    case numberWouldChange = "number_would_change"
    case webhookInvalid = "webhook_invalid"
    case proofPending = "proof_pending"
    // What is wrong on our side.
    case officeBusy = "office_busy"
    case officeClosing = "office_closing"
    case vaultUnavailable = "vault_unavailable"
    case notYetBack = "not_yet_back"
    case journalDamaged = "journal_damaged"
    case officeFault = "office_fault"

    package var status: HTTPResponse.Status {
        switch self {
        case .jsonMalformed, .parameterUnknown, .parameterInvalid, .headerInvalid, .cursorInvalid,
            .requestMalformed:
            .badRequest
        case .unauthenticated, .keyRefused, .modeMismatch: .unauthorized
        case .notPermitted, .csrf, .customerNotYours: .forbidden
        case .notFound, .itemUnknown, .documentUnknown, .draftUnknown, .webhookUnknown,
            .eventUnknown, .laneOrderUnknown:
            .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .requestTimedOut: .requestTimeout
        case .headerTooLarge: .requestHeaderFieldsTooLarge
        case .referenceReused, .laneClosed, .draftBound, .moveIllegal, .numberWouldChange,
            .proofPending, .laneOrderRefused, .laneApprovalMissing, .advisoryEnded:
            .conflict
        case .draftExpired: .gone
        case .versionStale, .planStale: .preconditionFailed
        case .bodyTooLarge: .contentTooLarge
        case .mediaTypeUnsupported: .unsupportedMediaType
        case .idempotencyKeyReused, .fieldsInvalid, .lodgementRefused, .webhookInvalid,
            .laneOrderInvalid, .advisoryInvalid:
            .unprocessableContent
        case .preconditionMissing: .preconditionRequired
        case .rateLimited, .laneLimited: .tooManyRequests
        case .tooManyConnections, .officeBusy, .officeClosing, .vaultUnavailable, .notYetBack,
            .journalDamaged:
            .serviceUnavailable
        case .officeFault: .internalServerError
        }
    }
}
