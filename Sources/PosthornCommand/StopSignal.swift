import Glibc
import Synchronization

/// Ctrl-C and `kill`, heard once and asked for between batches.
enum StopSignal {
    private static let isAsked = Atomic(false)

    /// Takes both signals over; what it returns tells whether one came.
    static func install() -> () -> Bool {
        for number in [SIGINT, SIGTERM] {
            // A handler may do no more than this: an atomic store is safe in one.
            signal(number) { _ in StopSignal.isAsked.store(true, ordering: .relaxed) }
        }
        return { isAsked.load(ordering: .relaxed) }
    }
}
