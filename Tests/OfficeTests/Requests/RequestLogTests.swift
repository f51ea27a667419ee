import Foundation
import Mail
import Testing

@testable import Office

@Suite("Request log")
struct RequestLogTests {
    private static let now = Moment(milliseconds: 1_795_000_000_000)
    private static let admin = Caller(author: .staff("ada"), role: .admin)

    private func request(
        _ id: String,
        key: String? = "ph_test_a",
        customer: String? = nil,
        status: Int = 200,
        code: String? = nil,
        findings: [String] = [],
        at: Moment = now
    ) -> LoggedRequest {
        LoggedRequest(
            at: at,
            key: key,
            customer: customer,
            method: "POST",
            route: "/v1/items",
            status: status,
            code: code,
            findings: findings,
            took: 1234,
            id: id,
            isTraced: false,
            repetition: .first
        )
    }

    private func logging(
        keptPerKey: Int = 3,
        _ body: (String, RequestLog) throws -> Void
    ) throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "requests-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { unsafe unlink(path + end) } }
        try body(path, try open(path, keptPerKey))
    }

    private func open(_ path: String, _ keptPerKey: Int = 3) throws -> RequestLog {
        try RequestLog(path: path, keptPerKey: keptPerKey, clock: OfficeClock { Self.now })
    }

    private func ids(
        _ log: RequestLog,
        _ filter: RequestFilter = RequestFilter(),
        before: Int64? = nil,
        limit: Int = 50,
        as caller: Caller = admin
    ) throws -> [String] {
        try log.requests(filter, before: before, limit: limit, for: caller).map(\.id)
    }

    @Test func keepsTheNewestOfEachKeyAndTakesNoOthersRoom() throws {
        try logging { _, log in
            log.add(request("quiet", key: "ph_test_b"))
            for number in 0..<10 { log.add(request("busy \(number)")) }
            let first = try ids(log)
            #expect(first == ["busy 9", "busy 8", "busy 7", "quiet"])
            log.add(request("busy 10"))
            let later = try ids(log)
            #expect(later == ["busy 10", "busy 9", "busy 8", "quiet"])
        }
    }

    @Test func outlivesARestartAndCountsOn() throws {
        try logging { path, log in
            log.add(request("a"))
            log.add(request("b"))
            try log.flush()
            let later = try open(path)
            later.add(request("c"))
            #expect(try ids(later) == ["c", "b", "a"])
            let second = try #require(
                try later.requests(RequestFilter(), limit: 2, for: Self.admin).last
            )
            #expect(try ids(later, before: second.number) == ["a"])
            #expect(second.took == 1234)
        }
    }

    @Test func beginsANewOneWhereTheFileIsNone() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "requests-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { unsafe unlink(path + end) } }
        try Data("this is no database, and was never one".utf8).write(to: URL(filePath: path))
        let log = try open(path)
        log.add(request("a"))
        #expect(try ids(log) == ["a"])
    }

    @Test func forgetsWhatIsOlderThanAMonth() throws {
        try logging { _, log in
            let old = Moment(milliseconds: Self.now.milliseconds - 31 * 86_400_000)
            log.add(request("old", key: "ph_test_b", at: old))
            log.add(request("new"))
            let found = try ids(log)
            #expect(found == ["new"])
        }
    }

    @Test func showsEachCallerItsOwn() throws {
        try logging { _, log in
            log.add(request("fox", key: "ph_test_f", customer: "fox"))
            log.add(request("owl", key: "ph_test_o", customer: "owl"))
            log.add(request("mine", key: "ph_test_m"))
            log.add(request("nobody", key: nil))
            let fox = Caller(author: .key("ph_test_z"), role: .shipper, customer: "fox")
            #expect(try ids(log, as: fox) == ["fox"])
            let mine = Caller(author: .key("ph_test_m"), role: .shipper)
            #expect(try ids(log, as: mine) == ["mine"])
            #expect(try ids(log, as: Caller(author: .staff("eve"), role: .auditor)).count == 4)
            #expect(try log.requests(named: "owl", for: fox).isEmpty)
            #expect(try log.requests(named: "fox", for: fox).count == 1)
            let counts = try log.counts(since: Self.now, for: fox)
            #expect(counts.outcomes == [.done: 1])
        }
    }

    @Test func findsByOutcomeAndByCode() throws {
        try logging(keptPerKey: 50) { _, log in
            log.add(request("done"))
            log.add(
                request(
                    "refused",
                    status: 422,
                    code: "lodgement_refused",
                    findings: ["tariff_missing", "origin_missing"]
                )
            )
            log.add(request("failed", status: 503, code: "office_busy"))
            for (outcome, id) in [
                (LoggedRequest.Outcome.done, "done"), (.refused, "refused"), (.failed, "failed"),
            ] {
                var filter = RequestFilter()
                filter.outcome = outcome
                #expect(try ids(log, filter) == [id])
            }
            for code in ["lodgement_refused", "tariff_missing", "origin_missing"] {
                var filter = RequestFilter()
                filter.code = code
                #expect(try ids(log, filter) == ["refused"], "\(code)")
            }
            var part = RequestFilter()
            part.code = "tariff"
            #expect(try ids(log, part).isEmpty)
            let counts = try log.counts(since: Self.now, for: Self.admin)
            #expect(counts.outcomes == [.done: 1, .refused: 1, .failed: 1])
            #expect(counts.codes == ["lodgement_refused": 1, "office_busy": 1])
        }
    }

    @Test func boundsWhatWaitsWhileTheDiskDoesNotFollow() {
        var tail = RequestTail(keptPerKey: 500)
        for key in 0..<100 {
            for number in 0..<600 { tail.add(request("\(number)", key: "ph_test_\(key)")) }
        }
        #expect(tail.count == RequestTail.room)
        #expect(tail.missed == UInt64(60 * 600))
        #expect(tail.take().count == RequestTail.room)
        #expect(tail.take().isEmpty)
    }
}
