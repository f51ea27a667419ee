import Synchronization

/// For those who carry segments elsewhere as soon as they are durable here.
extension JournalWriter {
    /// Waits until more than `size` is durable, somebody calls `wakeFollowers`, or the writer ends.
    ///
    /// Does not wait when `mustStop` says so: it is asked so that a wake behind it is not missed.
    package func waitForDurable(
        beyond size: TreeSize,
        unless mustStop: @Sendable () -> Bool
    ) async {
        await desk.waitForDurable(beyond: size, unless: mustStop)
    }

    /// Ends all waits, so that whoever waits can look whether it is to stop.
    package func wakeFollowers() {
        desk.wakeFollowers()
    }
}

extension Desk {
    func waitForDurable(beyond size: TreeSize, unless mustStop: @Sendable () -> Bool) async {
        await withCheckedContinuation { (follower: CheckedContinuation<Void, Never>) in
            let waits = state.withLock { state in
                guard case .open = state.phase, state.durable.checkpoint.size <= size, !mustStop()
                else { return false }
                state.followers.append(follower)
                return true
            }
            if !waits { follower.resume() }
        }
    }

    func wakeFollowers() {
        let followers = state.withLock { state in
            defer { state.followers = [] }
            return state.followers
        }
        for follower in followers { follower.resume() }
    }
}
