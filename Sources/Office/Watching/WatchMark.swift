package import Journal
import Mail

/// What is known of one vault, and since when.
package struct WatchMark: Hashable, Sendable {
    /// One kind of look: when it last succeeded, when it was last tried, what was wrong.
    package struct Look: Hashable, Sendable {
        package var done: UnixTime?
        package var tried: UnixTime?
        /// What somebody has to know; nil when the last look was well.
        package var alarm: String?

        package init() {}
    }

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case canary
        case listing
        case sweep
        case renewal
    }

    package var looks: [Kind: Look] = [:]
    /// Whether the canary survived the last attack; nil before the first.
    package var isVault: Bool?
    /// The size of what was published here when the newest checkpoint was last asked for.
    package var published: UInt64 = 0
    /// The bundle that the sweep reads next, and when it began.
    package var swept: UInt64 = 0
    package var sweepBegan: UnixTime?
    /// Objects that were not as they must be in the sweep under way, and in the last whole one.
    package var sweepErrors = 0
    package var wholeErrors = 0
    /// When the last sweep ended that read every byte.
    package var whole: UnixTime?

    package init() {}

    package subscript(kind: Kind) -> Look {
        get { looks[kind] ?? Look() }
        set { looks[kind] = newValue }
    }

    /// When a look last succeeded, in seconds since 1970.
    package func seconds(of kind: Kind) -> Int64? { self[kind].done?.seconds }

    /// When every byte had last been read again, in seconds since 1970.
    package var wholeSeconds: Int64? { whole?.seconds }

    package var alarms: [String] {
        Kind.allCases.compactMap { kind in self[kind].alarm.map { "\(kind.rawValue): \($0)" } }
    }

    /// How long the oldest look that must be fresh is overdue, in seconds; nothing when none is.
    package func overdue(_ kind: Kind, at now: UnixTime, _ term: Int64) -> Int64 {
        guard let done = self[kind].done else { return 0 }
        return max(0, now.seconds - done.seconds - term)
    }
}

extension WatchMark {
    var json: JSONValue {
        func time(_ time: UnixTime?) -> JSONValue? { time.map { .integer($0.seconds) } }
        let looks: [(String, JSONValue?)] = Kind.allCases.map { kind in
            let look = self[kind]
            return (
                kind.rawValue,
                .members([
                    ("alarm", .text(look.alarm)), ("done", time(look.done)),
                    ("tried", time(look.tried)),
                ])
            )
        }
        return .members(
            looks + [
                ("isVault", isVault.map { .bool($0) }), ("published", .integer(published)),
                ("sweepBegan", time(sweepBegan)), ("sweepErrors", .integer(sweepErrors)),
                ("swept", .integer(swept)), ("whole", time(whole)),
                ("wholeErrors", .integer(wholeErrors)),
            ]
        )
    }

    /// Whatever cannot be read is not known: it is looked at again.
    init(_ json: JSONValue) {
        func time(_ json: JSONValue?) -> UnixTime? {
            json?.wholeNumber.map { UnixTime(seconds: Int64($0)) }
        }
        func count(_ name: String) -> Int { max(0, json[name]?.wholeNumber ?? 0) }
        for kind in Kind.allCases {
            let look = json[kind.rawValue]
            self[kind].done = time(look?["done"])
            self[kind].tried = time(look?["tried"])
            self[kind].alarm = look?["alarm"]?.text
        }
        if case .bool(let found)? = json["isVault"] { isVault = found }
        published = UInt64(count("published"))
        swept = UInt64(count("swept"))
        sweepBegan = time(json["sweepBegan"])
        sweepErrors = count("sweepErrors")
        wholeErrors = count("wholeErrors")
        whole = time(json["whole"])
    }
}
