import Mail
import Synchronization

/// What an office at work knows of its callers and keeps nowhere else.
///
/// A restart loses it, which ends every session and forgets every count; nothing here is a record.
package final class AccessGate: Sendable {
    let refusals = Mutex(RefusalCount())

    package init() {}
}
