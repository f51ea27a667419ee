import Synchronization

/// What clients sent and what they were told, kept where no attacker comes.
package final class AckBook: Sendable {
    package struct Content: Sendable {
        /// References that were sent, whatever came back.
        package var sent: Set<String> = []
        /// Items by reference, as they were acknowledged.
        package var acknowledged: [String: String] = [:]
        /// Answers that acknowledged nothing, by status and code.
        package var refused: [String: Int] = [:]
        /// Seconds until such an answer came.
        package var waits: [Double] = []
        /// What an answer promised, and how often.
        package var promises: [String: Int] = [:]
        var next = 0
    }

    private let name: String
    private let content = Mutex(Content())

    package init(_ name: String) {
        self.name = name
    }

    package var now: Content { content.withLock { $0 } }
    package var count: Int { content.withLock { $0.acknowledged.count } }

    /// The next reference, noted as sent before it is.
    package func next() -> String {
        content.withLock { content in
            content.next += 1
            let reference = "\(name)-\(content.next)"
            content.sent.insert(reference)
            return reference
        }
    }

    /// Notes a reference that somebody else sends.
    package func send(_ reference: String) { content.withLock { _ = $0.sent.insert(reference) } }

    package func acknowledge(_ reference: String, _ item: String, _ promise: String = "local") {
        content.withLock { content in
            content.acknowledged[reference] = item
            content.promises[promise, default: 0] += 1
        }
    }

    package func refuse(_ what: String, after seconds: Double) {
        content.withLock { content in
            content.refused[what, default: 0] += 1
            content.waits.append(seconds)
        }
    }
}
