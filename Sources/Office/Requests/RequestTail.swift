/// The newest requests of each key that wait to be written, and no more than are kept of it.
///
/// However many come, the room is bounded: a key's oldest make room for its newest, so that one
/// busy program takes nothing from the others.
struct RequestTail: Sendable {
    /// Over all keys; what is more while the disk does not follow is counted and not kept.
    static let room = 20_000

    private struct Ring: Sendable {
        var requests: [LoggedRequest] = []
        var oldest = 0
    }

    let keptPerKey: Int
    private var rings: [String: Ring] = [:]
    private(set) var count = 0
    /// Requests that found no room.
    private(set) var missed: UInt64 = 0

    init(keptPerKey: Int) {
        precondition(keptPerKey > 0, "a log of \(keptPerKey) requests keeps nothing")
        self.keptPerKey = keptPerKey
    }

    mutating func add(_ request: LoggedRequest) {
        let name = request.key ?? ""
        var ring = rings.removeValue(forKey: name) ?? Ring()
        if ring.requests.count == keptPerKey {
            ring.requests[ring.oldest] = request
            ring.oldest = (ring.oldest + 1) % keptPerKey
        } else if count < Self.room {
            ring.requests.append(request)
            count += 1
        } else {
            missed += 1
        }
        rings[name] = ring
    }

    /// All of them in their order; the tail is empty then.
    mutating func take() -> [LoggedRequest] {
        defer {
            rings = [:]
            count = 0
        }
        return rings.values.flatMap(\.requests).sorted { $0.number < $1.number }
    }
}
