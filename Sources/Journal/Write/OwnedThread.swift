import Glibc
import Synchronization

/// A thread that one owner starts and joins.
///
/// The writer and the integrator wait in `fdatasync` most of their time. On a thread of Swift's
/// pool, which has one for each core, they would take a core from the callers who seal.
struct OwnedThread: Sendable {
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    private let thread: pthread_t

    init(_ run: @escaping @Sendable () -> Void) {
        let body = unsafe Unmanaged.passRetained(Body(run)).toOpaque()
        var thread = pthread_t()
        let result = unsafe pthread_create(
            &thread,
            nil,
            { body in
                if let body = unsafe body {
                    unsafe Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
                }
                return nil
            },
            body
        )
        precondition(result == 0, "the system gives no thread: error \(result)")
        self.thread = thread
    }

    /// Waits until the body has returned.
    ///
    /// Called once, by the owner.
    func join() {
        let result = pthread_join(thread, nil)
        precondition(result == 0, "a thread is joined once: error \(result)")
    }
}
