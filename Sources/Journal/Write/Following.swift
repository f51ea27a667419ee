import Synchronization

/// For those who carry segments elsewhere as soon as they are durable here.
extension JournalWriter {
    /// Waits until more than `size` is durable, somebody calls `wakeFollowers`, or the writer ends.
    package func waitForDurable(beyond size: TreeSize) async {
        await desk.waitForDurable(beyond: size)
    }

    /// Ends all waits, so that whoever waits can look whether it is to stop.
    package func wakeFollowers() {
        desk.wakeFollowers()
    }
}

extension Desk {
    func waitForDurable(beyond size: TreeSize) async {
        await withCheckedContinuation { (follower: CheckedContinuation<Void, Never>) in
            let waits = state.withLock { state in
                guard case .open = state.phase, state.durable.checkpoint.size <= size else {
                    return false
                }
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
