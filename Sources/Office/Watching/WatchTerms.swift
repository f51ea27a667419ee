/// How often an office at work looks after its copies; all in seconds.
package struct WatchTerms: Hashable, Sendable {
    /// The canary is attacked and the newest checkpoint asked for.
    package var canary: Int64 = 900
    /// Every name that must be there is looked for.
    package var listing: Int64 = 86_400
    /// Every byte has been read again, spread over this time.
    package var sweep: Int64 = 30 * 86_400
    /// Locks are moved before they end.
    package var renewal: Int64 = 86_400
    /// Escrows get what they lack; what they hold is renewed once a week of its lock has passed.
    package var escrow: Int64 = 86_400
    /// Behind a failure, a task waits this long.
    package var retry: Int64 = 120

    package init() {}

    /// A sweep aims to be done a tenth early: machines stand still at times.
    var sweepAim: Int64 { sweep / 10 * 9 }
}
