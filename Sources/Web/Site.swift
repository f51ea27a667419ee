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
        router.add(middleware: LanguageMiddleware())
        router.add(middleware: Pages(self).errors)
        router.add(middleware: CallerMiddleware(office))
        Pages(self).add(to: router)
        return router
    }
}
