import HTTPTypes
import Hummingbird
import Mail
import Office
import Synchronization

/// How many requests each caller has left: a bucket that holds a minute's worth and fills steadily.
final class RequestMeter: Sendable {
    /// What one request leaves.
    struct Reading: Hashable, Sendable {
        let isAllowed: Bool
        let remaining: Int
        /// Seconds until the bucket is full again, or, when it is empty, until it holds one request.
        let seconds: Int
    }

    private struct Bucket {
        var level: Double
        var at: Int64
    }

    /// Callers that are kept in mind; a bucket that is full again need not be.
    private static let kept = 10_000

    let perMinute: Int
    private let buckets = Mutex<[Author: Bucket]>([:])

    init(perMinute: Int) {
        precondition(perMinute > 0, "a limit of \(perMinute) requests lets nobody in")
        self.perMinute = perMinute
    }

    func take(_ caller: Author, at now: Moment) -> Reading {
        let capacity = Double(perMinute)
        let perMillisecond = capacity / 60_000
        let level = buckets.withLock { buckets in
            if buckets.count >= Self.kept { buckets = buckets.filter { $0.value.level < 1 } }
            var bucket = buckets[caller] ?? Bucket(level: capacity, at: now.milliseconds)
            // A clock that is set back gives nothing and takes nothing.
            let passed = max(0, now.milliseconds - bucket.at)
            bucket.level = min(capacity, bucket.level + Double(passed) * perMillisecond) - 1
            let level = bucket.level
            if level < 0 { bucket.level += 1 }
            bucket.at = now.milliseconds
            buckets[caller] = bucket
            return level
        }
        let missing = level < 0 ? -level : capacity - level
        return Reading(
            isAllowed: level >= 0,
            remaining: max(0, Int(level)),
            seconds: max(1, Int((missing / perMillisecond / 1000).rounded(.up)))
        )
    }
}

/// Tells each caller what is left, and refuses what is more.
struct RateLimitMiddleware: RouterMiddleware {
    typealias Context = OfficeContext

    private let clock: OfficeClock
    private let meter: RequestMeter
    private let policy: String

    init(_ site: Site, _ meter: RequestMeter) {
        clock = site.office.clock
        self.meter = meter
        policy = "\"default\";q=\(meter.perMinute);w=60"
    }

    func handle(
        _ request: Request,
        context: OfficeContext,
        next: @concurrent (Request, OfficeContext) async throws -> Response
    ) async throws -> Response {
        guard let caller = context.caller else { return try await next(request, context) }
        let reading = meter.take(caller.author, at: clock.now())
        guard reading.isAllowed else { throw WebRefusal.rateLimited(retryAfter: reading.seconds) }
        var response = try await next(request, context)
        response.headers[.rateLimitPolicy] = policy
        response.headers[.rateLimit] = "\"default\";r=\(reading.remaining);t=\(reading.seconds)"
        return response
    }
}
