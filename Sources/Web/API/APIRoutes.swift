import Crypto
import HTTPTypes
package import Hummingbird
import Office

/// The API: every address under `/v1`, and what describes them.
package struct APIRoutes: Sendable {
    let site: Site
    let limits: APILimits
    /// Signs cursors, which outlive a restart.
    let cursorKey: SymmetricKey
    let meter: RequestMeter

    package init(_ site: Site, limits: APILimits = APILimits()) {
        self.site = site
        self.limits = limits
        cursorKey = SymmetricKey(data: site.office.cursorKey)
        meter = RequestMeter(perMinute: limits.requestsPerMinute)
    }

    /// What turns errors into problems; it stands inside the language's middleware and outside the
    /// caller's.
    package var problems: ProblemMiddleware {
        ProblemMiddleware(site, APIAddresses(routes), limits)
    }

    /// Adds every address; whatever finds out who calls was added before.
    package func add(to router: Router<OfficeContext>) {
        let group = router.group().add(middleware: RateLimitMiddleware(site, meter))
        for route in routes {
            let path = RouterPath(route.path)
            group.on(path, method: route.method, use: route.handler)
            guard route.method == .get else { continue }
            group.on(path, method: .head) { request, context in
                try await route.handler(request, context).createHeadResponse()
            }
        }
    }

    /// The one table of addresses; `openapi.yaml` has the same ones.
    var routes: [APIRoute] {
        items + drafts + events + webhooks + requests + lanes + advisories
            + [
                APIRoute(.get, "/v1/me", me),
                APIRoute(.get, "/v1/journal/checkpoint", checkpoint),
                APIRoute(.get, "/openapi.yaml", description),
                APIRoute(.get, "/docs", documentation),
            ]
    }

    private var items: [APIRoute] {
        [
            APIRoute(.post, "/v1/items", lodge),
            APIRoute(.get, "/v1/items", list),
            APIRoute(.get, "/v1/items/{id}", show),
            APIRoute(.put, "/v1/items/{id}", amend),
            APIRoute(.post, "/v1/items/{id}/cancel", cancel),
            APIRoute(.post, "/v1/items/{id}/accept", accept),
            APIRoute(.get, "/v1/items/{id}/proof", proof),
            APIRoute(.get, "/v1/items/{id}/documents", documents),
            APIRoute(.get, "/v1/items/{id}/documents/{kind}", document),
            APIRoute(.post, "/v1/items/{id}/documents/{kind}/reprint", reprint),
            APIRoute(.post, "/v1/items/{id}/reprints", addReprint),
            APIRoute(.get, "/v1/items/{id}/reprints/{number}/cover.pdf", coverSlip),
            APIRoute(.post, "/v1/documents", mergeDocuments),
        ]
    }

    private var drafts: [APIRoute] {
        [
            APIRoute(.post, "/v1/drafts", saveDraft),
            APIRoute(.get, "/v1/drafts/{code}", showDraft),
            APIRoute(.delete, "/v1/drafts/{code}", dropDraft),
            APIRoute(.post, "/v1/drafts/{code}/accept", acceptDraft),
            APIRoute(.get, "/v1/drafts/{code}/qr.png", draftPNG),
            APIRoute(.get, "/v1/drafts/{code}/qr.svg", draftSVG),
        ]
    }

    private var events: [APIRoute] {
        [
            APIRoute(.get, "/v1/events", listEvents),
            APIRoute(.get, "/v1/events/stream", streamEvents),
        ]
    }

    private var lanes: [APIRoute] {
        [
            APIRoute(.get, "/v1/lanes", showLanes),
            APIRoute(.get, "/v1/lanes/usage", showLaneUsage),
            APIRoute(.get, "/v1/lanes/why", whyLane),
            APIRoute(.get, "/v1/lanes/changes", listLaneChanges),
            APIRoute(.post, "/v1/lanes/changes", changeLanes),
            APIRoute(.get, "/v1/lanes/proposals", listLaneProposals),
            APIRoute(.get, "/v1/lanes/proposals/{proposal}", showLaneProposal),
            APIRoute(.post, "/v1/lanes/proposals/{proposal}/approve", approveLanes),
            APIRoute(.post, "/v1/lanes/proposals/{proposal}/cancel", cancelLanes),
            APIRoute(.get, "/v1/lanes/plans", listLanePlans),
            APIRoute(.put, "/v1/lanes/plans/{name}", saveLanePlan),
            APIRoute(.get, "/v1/lanes/bundle", laneBundle),
            APIRoute(.get, "/v1/lanes/backlog", laneBacklog),
            APIRoute(.get, "/v1/lanes/releases", listReleases),
            APIRoute(.post, "/v1/lanes/releases", planRelease),
            APIRoute(.post, "/v1/lanes/releases/{release}/stop", stopRelease),
            APIRoute(.get, "/v1/lanes/forecast", forecastLanes),
        ]
    }

    private var advisories: [APIRoute] {
        [
            APIRoute(.get, "/v1/advisories", listAdvisories),
            APIRoute(.post, "/v1/advisories", publishAdvisory),
            APIRoute(.get, "/v1/advisories/{name}", showAdvisory),
            APIRoute(.post, "/v1/advisories/{name}/end", endAdvisory),
        ]
    }

    private var requests: [APIRoute] {
        [
            APIRoute(.get, "/v1/requests", listRequests),
            APIRoute(.get, "/v1/requests/{request}", showRequests),
        ]
    }

    private var webhooks: [APIRoute] {
        [
            APIRoute(.post, "/v1/webhooks", addWebhook),
            APIRoute(.get, "/v1/webhooks", listWebhooks),
            APIRoute(.get, "/v1/webhooks/{id}", showWebhook),
            APIRoute(.delete, "/v1/webhooks/{id}", removeWebhook),
            APIRoute(.post, "/v1/webhooks/{id}/rotate", rotateWebhook),
            APIRoute(.post, "/v1/webhooks/{id}/end-rotation", endWebhookRotation),
            APIRoute(.post, "/v1/webhooks/{id}/activate", activateWebhook),
            APIRoute(.post, "/v1/webhooks/{id}/deactivate", deactivateWebhook),
            APIRoute(.post, "/v1/webhooks/{id}/ping", pingWebhook),
            APIRoute(.get, "/v1/webhooks/{id}/deliveries", listDeliveries),
            APIRoute(.post, "/v1/webhooks/{id}/replay", replayEvents),
        ]
    }
}
