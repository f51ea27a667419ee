/// How much the API takes of one caller; more is refused, with what the limit is.
package struct APILimits: Hashable, Sendable {
    /// Bytes of a body that holds items: a thousand usual ones twice over.
    static let items = 4 << 20
    /// Bytes of any other body.
    static let other = 256 << 10
    /// Items of one request; a file has no such limit.
    static let itemsAtOnce = 1000
    /// Lines of one page.
    static let page = 200
    static let usualPage = 50

    /// Requests of one caller in a minute.
    ///
    /// The default is above what the office itself records in that time, so that it stops a caller
    /// that has run wild and nobody else.
    package var requestsPerMinute = 1_200_000

    package init() {}
}
