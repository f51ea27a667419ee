import Mail
import Office
import Synchronization

/// Uploaded files while people look at them; in memory alone, a few at a time.
final class BatchBook: Sendable {
    /// One hour, in milliseconds.
    private static let life: Int64 = 60 * 60 * 1000
    private static let limit = 16

    private struct Kept {
        var batch: Batch
        var at: Moment
    }

    private let batches = Mutex<[String: Kept]>([:])

    /// Keeps a new one; the oldest goes when there are too many.
    func add(_ batch: Batch, under token: String, at now: Moment) {
        batches.withLock { batches in
            batches = batches.filter { now.milliseconds - $0.value.at.milliseconds < Self.life }
            if batches.count >= Self.limit,
                let oldest = batches.min(by: { $0.value.at < $1.value.at })?.key
            {
                batches[oldest] = nil
            }
            batches[token] = Kept(batch: batch, at: now)
        }
    }

    func batch(_ token: String, of caller: Caller, at now: Moment) -> Batch? {
        batches.withLock { batches in
            guard let kept = batches[token], kept.batch.owner == caller.author,
                now.milliseconds - kept.at.milliseconds < Self.life
            else { return nil }
            return kept.batch
        }
    }

    func replace(_ batch: Batch, under token: String, at now: Moment) {
        batches.withLock { $0[token] = Kept(batch: batch, at: now) }
    }
}
