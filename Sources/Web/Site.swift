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
        // From the outside in: language, what errors look like, caller, addresses.
        let (api, pages) = (APIRoutes(self), Pages(self))
        router.add(middleware: LanguageMiddleware())
        router.add(middleware: pages.errors)
        router.add(middleware: api.problems)
        router.add(middleware: CallerMiddleware(office))
        api.add(to: router)
        pages.add(to: router)
        return router
    }
}
