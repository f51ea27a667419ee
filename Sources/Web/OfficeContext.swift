package import Hummingbird
package import Mail
package import NIOCore
package import Office

/// What is known of one request beside its own words.
package struct OfficeContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The connection; under HTTP/2 the request's own stream.
    package let channel: any NIOCore.Channel
    /// Who asks, once somebody has looked; nobody may do anything before.
    package var caller: Caller?
    /// Why the key that came opens nothing: what an `unauthenticated` answer says more exactly.
    package var keyRefusal: KeyRefusal?
    /// The session the caller came with; nothing for a program, and for a visitor.
    package var session: Session?
    /// What a form of the caller must bring back (``Site/requireCSRF(_:_:)``).
    package var csrf: String?
    /// What is found out about the request, for the request log.
    package let note = RequestNote()
    /// The language of messages and pages, from the address, the account or `Accept-Language`.
    package var language: Language = .english

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
