package import Hummingbird
package import Office

/// Everything that answers under one address: the API and the pages, in front of one office.
package struct Site: Sendable {
    package let office: ServedOffice

    package init(office: ServedOffice) {
        self.office = office
    }

    package func router() -> Router<OfficeContext> {
        let router = Router(context: OfficeContext.self)
        // From the outside in: problems, caller, addresses.
        let api = APIRoutes(self)
        router.add(middleware: api.problems)
        router.add(middleware: CallerMiddleware(office))
        api.add(to: router)
        return router
    }
}
