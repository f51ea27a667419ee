import Mail
import Synchronization

/// What those inside find out about a request, for those outside who log it; one for each request.
package final class RequestNote: Sendable {
    struct Facts: Sendable {
        /// The public part of the key that came, whether or not it opened anything.
        var key: String?
        var customer: String?
        /// A person asked, from a page: whoever works here is not logged like a program.
        var isPerson = false
        var code: String?
        var findings: [String] = []
    }

    private let state = Mutex(Facts())

    var facts: Facts { state.withLock(\.self) }

    func change(_ change: (inout Facts) -> Void) { state.withLock { change(&$0) } }
}
