import HTTPTypes
package import Logging
import Synchronization

/// What the server counts and logs of its own work; never what a request said.
package final class Telemetry: Sendable {
    /// One kind of answer; every part is from a closed set.
    struct Answer: Hashable, Sendable {
        let method: String
        /// The template that the path matched, such as `/v1/items/{id}`.
        let route: String
        let status: Int

        static let unmatched = "unmatched"

        init(method: HTTPRequest.Method, route: String?, status: HTTPResponse.Status) {
            self.method = Self.known(method)
            self.route = route ?? Self.unmatched
            self.status = status.code
        }

        /// The method, if it is one of those that are answered.
        static func known(_ method: HTTPRequest.Method) -> String {
            switch method {
            case .get, .head, .post, .put, .patch, .delete, .options: method.rawValue
            default: "other"
            }
        }
    }

    /// How long answers took, in buckets.
    struct Latency: Sendable {
        /// Upper bounds, in seconds.
        static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

        private(set) var counts = [UInt64](repeating: 0, count: bounds.count + 1)
        /// Seconds.
        private(set) var sum = 0.0

        var count: UInt64 { counts.reduce(0, +) }

        mutating func add(_ seconds: Double) {
            counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            sum += seconds
        }
    }

    struct Figures: Sendable {
        var answers: [Answer: UInt64] = [:]
        var latencies: [String: Latency] = [:]
        var underWay = 0
        /// Requests refused on their connection, by the reason's code.
        var refusals: [String: UInt64] = [:]
        /// Pages that follow the office.
        var viewers = 0
    }

    package let logger: Logger
    private let state = Mutex(Figures())
    private let places = Mutex<[OpenConnections]>([])

    package init(logger: Logger = Logger(label: "posthorn") { _ in SwiftLogNoOpLogHandler() }) {
        self.logger = logger
    }

    /// For the framework, which says at `info` that it started and little else of use.
    var serverLogger: Logger {
        var logger = logger
        if logger.logLevel > .debug { logger.logLevel = max(.warning, logger.logLevel) }
        return logger
    }

    var figures: Figures { state.withLock(\.self) }

    /// Connections open and refused, over all listeners.
    var connections: (open: Int, refused: UInt64) {
        places.withLock { places in
            (places.reduce(0) { $0 + $1.count }, places.reduce(0) { $0 + $1.refused })
        }
    }

    func watch(_ connections: OpenConnections) {
        places.withLock { $0.append(connections) }
    }

    /// Counts and logs what was refused before anybody could look for its route.
    func refused(_ refusal: ConnectionRefusal, _ name: RequestName?) {
        state.withLock { $0.refusals[refusal.code, default: 0] += 1 }
        logger.info(
            "request refused on its connection",
            metadata: [
                "code": .string(refusal.code), "request": .string(name?.id ?? "–"),
                "status": .stringConvertible(refusal.status.code),
            ]
        )
    }

    func viewers(_ count: Int) {
        state.withLock { $0.viewers = count }
    }

    func begin() {
        state.withLock { $0.underWay += 1 }
    }

    func end(_ answer: Answer, seconds: Double) {
        state.withLock { figures in
            figures.underWay -= 1
            figures.answers[answer, default: 0] += 1
            figures.latencies[answer.route, default: Latency()].add(seconds)
        }
    }
}
