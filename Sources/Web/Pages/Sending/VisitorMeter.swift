import Mail
import Synchronization

/// How often somebody without an account may ask, by the address they ask from.
final class VisitorMeter: Sendable {
    private static let kept = 10_000

    private struct Minute {
        var number: Int64
        var counts: [String: Int]
    }

    /// Requests in one minute: a family behind one address fills in forms, a script is slowed down.
    let perMinute: Int
    private let minute = Mutex(Minute(number: 0, counts: [:]))

    init(perMinute: Int) {
        precondition(perMinute > 0, "a limit of \(perMinute) requests lets nobody in")
        self.perMinute = perMinute
    }

    /// - Throws: ``WebRefusal`` `rateLimited`.
    func count(_ address: String, at now: Moment) throws(WebRefusal) {
        let number = now.milliseconds / 60_000
        let count = minute.withLock { minute in
            if minute.number != number { minute = Minute(number: number, counts: [:]) }
            // With more addresses than are kept apart, the others share one count.
            let name = minute.counts.count < Self.kept ? address : "others"
            minute.counts[name, default: 0] += 1
            return minute.counts[name, default: 0]
        }
        guard count <= perMinute else {
            let left = 60 - now.milliseconds / 1000 % 60
            throw .rateLimited(retryAfter: Int(left))
        }
    }
}
