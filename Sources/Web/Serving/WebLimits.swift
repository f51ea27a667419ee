package import NIOCore
package import Office

/// What a client may ask of the server, so that none can hold up the others.
package struct WebLimits: Hashable, Sendable {
    /// Open connections.
    package var connections = 10_500
    /// Bytes of a request's body.
    package var body = 16 << 20
    /// Bytes of a request's first line and header.
    package var head = 64 << 10
    /// Fields of a request's header.
    package var headFields = 200
    /// How long the first line and header may take to arrive.
    package var headTime = TimeAmount.seconds(10)
    /// How long a whole request may take to arrive.
    package var requestTime = TimeAmount.seconds(30)
    /// How long a connection may stand without a request, or without reading its answer.
    package var idleTime = TimeAmount.seconds(75)

    package init() {}

    package init(_ settings: ServeSettings) {
        connections = settings.connections
        body = settings.body
        head = settings.headSize
        headTime = .seconds(Int64(settings.head))
        requestTime = .seconds(Int64(settings.request))
        idleTime = .seconds(Int64(settings.idle))
    }
}
