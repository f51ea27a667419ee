package import Hummingbird
package import Office

/// Everything that answers under one address: the API and the pages, in front of one office.
package struct Site: Sendable {
    /// From where somebody comes.
    package enum Door: Sendable {
        case network
        /// The local socket: whoever may run commands on the machine.
        case local
    }

    package let office: ServedOffice
    package let telemetry: Telemetry
    /// Pages that follow the office.
    let live: LiveRoom

    package init(office: ServedOffice, telemetry: Telemetry = Telemetry()) {
        self.office = office
        self.telemetry = telemetry
        live = LiveRoom(limit: office.settings.serve.viewers) { telemetry.viewers($0) }
    }

    package func router(_ door: Door = .network) -> Router<OfficeContext> {
        let router = Router(context: OfficeContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestRecord(telemetry: telemetry))
        // From the outside in: language, the API's problems, caller, the pages' errors, addresses.
        let (api, pages) = (
            APIRoutes(self, limits: APILimits(office.settings.serve.api)), Pages(self)
        )
        if door == .network { router.add(middleware: RequestLogMiddleware(office: office)) }
        router.add(middleware: LanguageMiddleware())
        router.add(middleware: api.problems)
        router.add(middleware: CallerMiddleware(office))
        router.add(middleware: pages.errors)
        if door == .local { LocalRoutes(self).add(to: router) }
        api.add(to: router)
        pages.add(to: router)
        return router
    }
}
