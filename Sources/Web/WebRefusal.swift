package import Office

/// Why a request is not done, before anybody looks at what it asks of the office.
package enum WebRefusal: Error, Hashable, Sendable {
    case unauthenticated
    case notPermitted(Permission)
    case notFound
    /// The most bytes that are taken.
    case bodyTooLarge(limit: Int)
    /// What is wrong with the bytes, with the place.
    case bodyMalformed(String)
    case mediaTypeUnsupported
    /// The request changes something and does not say what it saw.
    case preconditionMissing
    case csrf
    /// Seconds until asking again makes sense.
    case rateLimited(retryAfter: Int)
    case timedOut
}
