import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Mail
import NIOCore
import Synchronization
import Testing

@testable import Office
@testable import Web

/// A lane that changes at random while everybody lodges: no door ever says what is no longer so.
///
/// Each plan has a reason of its own, so that an answer tells which plan it was made by.
@Suite("One truth at every door", .serialized, .timeLimit(.minutes(20)))
struct OneTruthTests {
    static let isProof = ProcessInfo.processInfo.environment["POSTHORN_PROOF"] != nil

    @Test(arguments: isProof ? [1042, 7, 99] : [1042])
    func isToldWhileTheLaneChanges(_ seed: UInt64) async throws {
        let rounds = Self.isProof ? 1000 : 12
        try await AccessPlace.run { place, client in
            let doors = Doors(place, client, try await place.key(.admin))
            var random = SeededNumbers(seed)
            let book = PlanBook()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for watcher in 0..<2 {
                    group.addTask {
                        var number = 0
                        while !book.isOver {
                            let door = Door.allCases[(number + watcher) % Door.allCases.count]
                            let start = book.latest
                            let said = try await doors.ask(door, "w\(watcher)-\(number)")
                            book.check(said, at: door, since: start)
                            number += 1
                        }
                    }
                }
                for round in 1...rounds {
                    let state = [LaneState.open, .held(limit: nil), .closed][random.next(3)]
                    try await book.change(to: state, doors.place.office, round)
                    let sure = book.latest
                    for door in Door.allCases {
                        let said = try await doors.ask(door, "r\(round)")
                        book.check(said, at: door, since: sure)
                    }
                }
                book.end()
                try await group.waitForAll()
            }
            #expect(book.flaws == [])
            #expect(book.asked >= rounds * Door.allCases.count)
        }
    }
}

/// Every way to hear what a lane says.
private enum Door: String, CaseIterable {
    case dryRun
    case lodging
    case counter
    case firstQuestion
    case upload
    case command
    case board
}

/// What a door says: the plan's number where it gives a reason, and the state.
private struct Said: Hashable {
    let plan: Int?
    let state: LaneState.Name
}

/// Which plan was in force when; an answer must be of one that was while it was asked for.
private final class PlanBook: Sendable {
    private struct State {
        /// By number; the first is that of an office that never changed its plan.
        var plans: [LaneState.Name] = [.open]
        /// The newest plan whose change was answered.
        var answered = 0
        var asked = 0
        var flaws: [String] = []
        var isOver = false
    }

    private let state = Mutex(State())

    var latest: Int { state.withLock(\.answered) }
    var isOver: Bool { state.withLock { $0.isOver } }
    var flaws: [String] { state.withLock { Array($0.flaws.prefix(5)) } }
    var asked: Int { state.withLock(\.asked) }

    func end() { state.withLock { $0.isOver = true } }

    func change(to new: LaneState, _ office: ServedOffice, _ round: Int) async throws {
        let request = LaneRequest(
            settings: [LaneSetting(try LaneSelector("dest=PL"), new)],
            reason: "plan-\(round)."
        )
        // From here on the new plan may be heard.
        state.withLock { $0.plans.append(new.name) }
        let answer = try await office.perform(.change(request, by: .staff("ada")))
        if case .proposed(let proposal) = answer {
            _ = try await office.perform(.approve(proposal.id, by: .staff("ben")))
        }
        // From here on the old one must not be heard any more.
        state.withLock { $0.answered = round }
    }

    func check(_ said: Said, at door: Door, since start: Int) {
        state.withLock { state in
            state.asked += 1
            let possible = start..<state.plans.count
            let isTrue =
                if let plan = said.plan {
                    possible.contains(plan) && state.plans[plan] == said.state
                } else {
                    possible.contains { state.plans[$0] == said.state }
                }
            guard !isTrue else { return }
            state.flaws.append("\(door) says \(said); plans from \(start) on were possible")
        }
    }
}

private struct Doors: Sendable {
    let place: AccessPlace
    let client: any TestClientProtocol
    let key: String

    init(_ place: AccessPlace, _ client: any TestClientProtocol, _ key: String) {
        self.place = place
        self.client = client
        self.key = key
    }

    func ask(_ door: Door, _ name: String) async throws -> Said {
        switch door {
        case .dryRun: try await api("/v1/items?dry_run=true", name)
        case .lodging: try await api("/v1/items", name)
        case .counter: try await counter()
        case .firstQuestion: try await question()
        case .upload: try await upload(name)
        case .command: try command(name)
        case .board: try board()
        }
    }

    /// The plan that a text names by its reason.
    private func said(_ text: String, _ state: LaneState.Name) -> Said {
        let plan = text.firstMatch(of: /plan-([0-9]+)\./).flatMap { Int($0.1) }
        return Said(plan: plan, state: state)
    }

    private func send(
        _ path: String,
        _ body: String?,
        _ type: String = "application/x-www-form-urlencoded"
    ) async throws -> (status: Int, location: String, text: String) {
        var headers: HTTPFields = [.authorization: "Bearer \(key)"]
        if body != nil { headers[.contentType] = type }
        return try await client.execute(
            uri: path,
            method: body == nil ? .get : .post,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        ) { ($0.status.code, $0.headers[.location] ?? "", String(buffer: $0.body)) }
    }

    private func api(_ path: String, _ name: String) async throws -> Said {
        // The API counts requests by the minute; here minutes pass with them.
        place.time.pass(seconds: 1)
        let reference = name + (path.contains("?") ? "d" : "l")
        let body = APIExample.packet(reference)
        let answer = try await send(path, body, "application/json")
        switch answer.status {
        case 409: return said(answer.text, .closed)
        case 200, 201:
            return said(answer.text, answer.text.contains("\"lane_held\"") ? .held : .open)
        default: return Said(plan: answer.status, state: .diverted)
        }
    }

    private func counter() async throws -> Said {
        let page = try await send("/counter", Self.goods)
        // What is said of the item itself, and not the list of rules above it.
        for (words, state) in [
            ("We are not taking", LaneState.Name.closed), ("it waits here", .held),
        ] {
            guard let place = page.text.range(of: words) else { continue }
            return said(String(page.text[place.upperBound...]), state)
        }
        return Said(plan: nil, state: page.status == 200 ? .open : .diverted)
    }

    private func question() async throws -> Said {
        let begun = try await send("/send", "")
        let asked = try await send(begun.location, "addressee.country=PL")
        if asked.status == 422 { return said(asked.text, .closed) }
        let next = try await send(asked.location, nil)
        if next.text.contains("it waits here") { return said(next.text, .held) }
        // Closed meanwhile, which the next page says.
        return said(next.text, next.text.contains("We are not taking") ? .closed : .open)
    }

    private func lodging(_ name: String) throws -> Lodging {
        let lodging = try place.lodging(name)
        return Lodging(
            key: lodging.key,
            lodgement: lodging.lodgement,
            channel: .file,
            findings: lodging.findings
        )
    }

    private func upload(_ name: String) async throws -> Said {
        switch try await place.office.rehearse([try lodging("u" + name)]).first {
        case .wouldRefuse(let findings): said("\(findings)", .closed)
        case .wouldLodge(let isHeld, let findings): said("\(findings)", isHeld ? .held : .open)
        default: Said(plan: nil, state: .diverted)
        }
    }

    /// As a command looks at an office that another process serves.
    private func command(_ name: String) throws -> Said {
        let view = try OfficeView(served: place.office.directory)
        let lanes = try view.lanes()
        let key = try #require(
            LaneKey(
                try LaneSelector("dest=PL,product=parcel,channel=file,kind=private,data=yes"),
                postcode: nil
            )
        )
        let why = LaneWhy(key, by: lanes.plan, at: place.office.clock.now())
        return said(why.rules.first?.reason ?? "", why.state.name)
    }

    private func board() throws -> Said {
        let board = try place.office.board()
        let country = try #require(Country("PL"))
        let row = board.rows.first { $0.destination == .country(country) } ?? board.rows.last
        return Said(plan: nil, state: row?.cells.first?.state ?? .open)
    }

    private static let goods = [
        ("addressee.country", "PL"), ("product", "packet-tracked"), ("grossWeight", "850"),
        ("senderKind", "private"), ("sender.name", "Ada Fox"), ("sender.lines.0", "12 Mill Lane"),
        ("sender.locality", "Leeds"), ("sender.postcode", "LS1 4AP"), ("sender.country", "GB"),
        ("addressee.name", "Zoe"), ("addressee.lines.0", "ul. Dluga 5"),
        ("addressee.locality", "Krakow"), ("addressee.postcode", "31-147"),
        ("contents.nature", "gift"), ("contents.lines.0.description", "Knitted cotton jumper"),
        ("contents.lines.0.quantity", "2"), ("contents.lines.0.lineNetWeight", "700"),
        ("contents.lines.0.lineValue", "58.00"), ("contents.lines.0.currency", "GBP"),
        ("contents.lines.0.tariffCode", "611020"), ("contents.lines.0.origin", "GB"),
        ("postage.amount", "12.35"), ("postage.currency", "GBP"), ("dutiesPaidBy", "addressee"),
        ("onNonDelivery", "return"), ("do", "check"),
    ]
    .map { SiteMap.escaped($0.0) + "=" + SiteMap.escaped($0.1) }.joined(separator: "&")
}

/// Numbers that a seed gives again.
private struct SeededNumbers {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
