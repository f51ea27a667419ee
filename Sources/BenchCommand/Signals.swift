import Glibc

/// The signals of the thread that starts a peer.
enum Signals {
    /// Lets every signal through to what is started next.
    ///
    /// Threads of the concurrency pool block most signals, and a child inherits that: `pgbench` and
    /// `openssl speed` would then wait for ever for the alarm that ends their measurement.
    static func unblock() {
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
    }
}
