package import Office

/// How much the API takes of one caller; more is refused, with what the limit is.
package struct APILimits: Hashable, Sendable {
    /// Lines of one page.
    static let page = 200
    static let usualPage = 50

    /// Requests of one caller in a minute.
    ///
    /// The default is above what the office itself records in that time, so that it stops a caller
    /// that has run wild and nobody else.
    package var requestsPerMinute = 1_200_000
    /// Bytes of a body that holds items: a thousand usual ones twice over.
    package var items = 4 << 20
    /// Bytes of any other body.
    package var other = 256 << 10
    /// Items of one request; a file has no such limit.
    package var itemsAtOnce = 1000

    package init() {}

    package init(_ settings: ServeSettings.API) {
        requestsPerMinute = settings.requestsPerMinute
        items = settings.itemsBody
        other = settings.body
        itemsAtOnce = settings.items
    }
}
