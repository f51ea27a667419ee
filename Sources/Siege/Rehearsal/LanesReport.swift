package import Mail

/// What a rehearsal of lanes came to: what happened, day by day, and every number checked.
package struct LanesReport: Sendable {
    package struct Event: Sendable {
        package let at: String
        package let what: String
        /// Published, ours, or hypothetical.
        package let origin: String
        package let source: String
        package let outcome: String
    }

    package struct Day: Sendable {
        package let day: String
        package var lodged = 0
        package var held = 0
        package var closed = 0
        package var limited = 0
        package var released = 0
        /// At the end of the day.
        package var waiting = 0
    }

    /// A version of what the public was told.
    package struct News: Sendable {
        package let at: String
        package let version: Int
        package let text: String
        /// What the public page said first.
        package let answer: String
        /// When more was promised.
        package let next: String
        package let senders: Int
    }

    package struct Check: Sendable {
        package let name: String
        package let expected: Int
        package let found: Int

        package var isRight: Bool { expected == found }
    }

    package var events: [Event] = []
    package var days: [Day] = []
    package var news: [News] = []
    package private(set) var checks: [Check] = []

    package init() {}

    package var mismatches: [Check] { checks.filter { !$0.isRight } }

    mutating func check(_ name: String, _ expected: Int, _ found: Int) {
        checks.append(Check(name: name, expected: expected, found: found))
    }

    package var json: JSONValue {
        .members([
            ("rehearsal", .string("lanes")), ("timeZone", .string(LanesTimeline.zone)),
            ("passed", .bool(mismatches.isEmpty)),
            (
                "events",
                .array(
                    events.map {
                        .members([
                            ("at", .string($0.at)), ("what", .string($0.what)),
                            ("origin", .string($0.origin)), ("source", .string($0.source)),
                            ("outcome", .string($0.outcome)),
                        ])
                    }
                )
            ),
            (
                "days",
                .array(
                    days.map {
                        .members([
                            ("day", .string($0.day)), ("lodged", .integer($0.lodged)),
                            ("held", .integer($0.held)), ("refusedClosed", .integer($0.closed)),
                            ("refusedLimited", .integer($0.limited)),
                            ("released", .integer($0.released)), ("waiting", .integer($0.waiting)),
                        ])
                    }
                )
            ),
            (
                "news",
                .array(
                    news.map {
                        .members([
                            ("at", .string($0.at)), ("version", .integer($0.version)),
                            ("text", .string($0.text)), ("answer", .string($0.answer)),
                            ("nextUpdate", .string($0.next)), ("sendersTold", .integer($0.senders)),
                        ])
                    }
                )
            ),
            (
                "checks",
                .array(
                    checks.map {
                        .members([
                            ("check", .string($0.name)), ("expected", .integer($0.expected)),
                            ("found", .integer($0.found)), ("right", .bool($0.isRight)),
                        ])
                    }
                )
            ),
        ])
    }
}
