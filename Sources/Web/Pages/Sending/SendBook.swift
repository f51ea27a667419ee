import Mail
import Office
import Synchronization

/// What visitors have answered so far, until they have a draft code; in memory alone.
///
/// A token in the address names the answers, so that going back, reloading and bookmarks work, and
/// no cookie holds anybody's data. A restart forgets them, and the page says so.
final class SendBook: Sendable {
    enum State: Sendable {
        case answering(FormValues)
        case saved(DraftCode)
    }

    private struct Sheet {
        var state: State
        var at: Moment
    }

    /// Two hours, in milliseconds.
    private static let life: Int64 = 2 * 60 * 60 * 1000
    /// At some kilobytes each, a few megabytes in all.
    private static let limit = 4096
    /// Bytes of one visitor's answers.
    private static let sheetLimit = 16 * 1024

    private let sheets = Mutex<[String: Sheet]>([:])

    func begin(_ token: String, _ values: FormValues, at now: Moment) {
        sheets.withLock { sheets in
            sheets = sheets.filter { Self.isAlive($0.value, now) }
            if sheets.count >= Self.limit,
                let oldest = sheets.min(by: { $0.value.at < $1.value.at })?.key
            {
                sheets[oldest] = nil
            }
            sheets[token] = Sheet(state: .answering(values), at: now)
        }
    }

    func state(_ token: String, at now: Moment) -> State? {
        sheets.withLock { sheets in
            sheets[token].flatMap { Self.isAlive($0, now) ? $0.state : nil }
        }
    }

    /// Keeps the answers as they are now.
    ///
    /// - Throws: ``WebRefusal`` `bodyTooLarge`; `notFound` when they were forgotten meanwhile.
    func keep(_ state: State, under token: String, at now: Moment) throws(WebRefusal) {
        if case .answering(let values) = state {
            let size = values.fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
            guard size <= Self.sheetLimit else { throw .bodyTooLarge(limit: Self.sheetLimit) }
        }
        let isKept = sheets.withLock { sheets in
            guard sheets[token] != nil else { return false }
            sheets[token] = Sheet(state: state, at: now)
            return true
        }
        guard isKept else { throw .notFound }
    }

    private static func isAlive(_ sheet: Sheet, _ now: Moment) -> Bool {
        now.milliseconds - sheet.at.milliseconds < life
    }
}

/// How often somebody without an account may ask, by the address they ask from.
final class VisitorMeter: Sendable {
    /// Requests in one minute: a family behind one address fills in forms, a script is slowed down.
    static let perMinute = 120
    private static let kept = 10_000

    private struct Minute {
        var number: Int64
        var counts: [String: Int]
    }

    private let minute = Mutex(Minute(number: 0, counts: [:]))

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
        guard count <= Self.perMinute else {
            let left = 60 - now.milliseconds / 1000 % 60
            throw .rateLimited(retryAfter: Int(left))
        }
    }
}
