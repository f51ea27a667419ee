import Synchronization

/// What an office at work knows of its callers and keeps nowhere else.
///
/// A restart loses it, which ends every session and forgets every count; nothing here is a record.
package final class AccessGate: Sendable {
    let refusals = Mutex(RefusalCount())
    let sessions = Mutex(SessionBook())
    let halfway = Mutex(HalfwayBook())
    let throttle = Mutex(SignInThrottle())
    let passwords = PasswordDesk()
    /// The link that makes the first account, while there is none.
    let setUp = Mutex<SecretLink?>(nil)

    package init() {}
}
