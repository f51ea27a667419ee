import HTTPTypes
import Hummingbird

/// Whether another site made the browser send a request.
enum CrossSite {
    private static let site = HTTPField.Name("Sec-Fetch-Site")
    private static let safe: Set<HTTPRequest.Method> = [.get, .head, .options]

    static func changesNothing(_ request: Request) -> Bool { safe.contains(request.method) }

    /// Whether the request's own headers say so.
    ///
    /// Every browser of today says so (Fetch Metadata); an older one sends `Origin` with a form.
    /// Neither is sent by programs, which no site makes send anything.
    static func madeIt(_ request: Request) -> Bool {
        if let site = site.flatMap({ request.headers[$0] }) {
            return site != "same-origin" && site != "none"
        }
        guard let origin = request.headers[.origin] else { return false }
        return origin.split(separator: "/").last.map(String.init) != request.head.authority
    }
}
