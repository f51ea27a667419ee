import Mail
import Synchronization

/// Where those sit who follow the office: a few hundred in all, and a few for each person.
///
/// Whoever finds no seat sees the page as it is, with a link that loads it again.
final class LiveRoom: Sendable {
    /// Pages of one person: a browser holds six connections to a host.
    static let perPerson = 6

    private struct State {
        var count = 0
        var people: [Author: Int] = [:]
    }

    private let limit: Int
    private let state = Mutex(State())
    /// Hears how many follow now.
    private let tell: @Sendable (Int) -> Void

    init(limit: Int, tell: @escaping @Sendable (Int) -> Void = { _ in }) {
        self.limit = limit
        self.tell = tell
    }

    var count: Int { state.withLock(\.count) }

    /// A seat, which is left when the last one who knows it lets go; nothing when all are taken.
    func enter(_ person: Author) -> Seat? {
        let count = state.withLock { state -> Int? in
            guard state.count < limit, state.people[person, default: 0] < Self.perPerson else {
                return nil
            }
            state.count += 1
            state.people[person, default: 0] += 1
            return state.count
        }
        guard let count else { return nil }
        tell(count)
        return Seat(room: self, person: person)
    }

    private func leave(_ person: Author) {
        let count = state.withLock { state in
            state.count -= 1
            state.people[person, default: 1] -= 1
            if state.people[person] == 0 { state.people[person] = nil }
            return state.count
        }
        tell(count)
    }

    /// The right to follow, which a response that is dropped before it is written leaves, too.
    final class Seat: Sendable {
        private let room: LiveRoom
        private let person: Author

        fileprivate init(room: LiveRoom, person: Author) {
            self.room = room
            self.person = person
        }

        deinit { room.leave(person) }
    }
}
