import Foundation
import Glibc
import Mail
import Office

/// Callers that lodge, each waiting for its answer.
enum BenchLoad {
    struct Result {
        var rate: Int
        /// Milliseconds.
        var median: Int
        var late: Int
        var refused: Int
    }

    /// What else the machine does, by its own account of the last minute.
    static func machine() -> String {
        let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? "?"
        return text.split(separator: " ").first.map(String.init) ?? "?"
    }

    static func lodge(
        _ items: Int,
        _ callers: Int,
        each: Int = 1,
        in office: BenchOffice
    ) async throws -> Result {
        try await office.serving { office in
            let start = ContinuousClock.now
            let (times, refused) = try await withThrowingTaskGroup(
                of: ([Int], Int).self
            ) { group in
                for caller in 0..<callers {
                    group.addTask {
                        try await call(caller, callers, items: items, each: each, office)
                    }
                }
                var all: ([Int], Int) = ([], 0)
                for try await (times, refused) in group {
                    all.0 += times
                    all.1 += refused
                }
                return all
            }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let sorted = times.sorted()
            return Result(
                rate: Int(Double(items - refused * each) / seconds),
                median: sorted.isEmpty ? 0 : sorted[sorted.count / 2] / 1000,
                late: sorted.isEmpty ? 0 : sorted[sorted.count * 99 / 100] / 1000,
                refused: refused
            )
        }
    }

    private static func call(
        _ caller: Int,
        _ callers: Int,
        items: Int,
        each: Int,
        _ office: ServedOffice
    ) async throws -> (times: [Int], refused: Int) {
        var times: [Int] = []
        var refused = 0
        for first in stride(from: caller * each, to: items, by: callers * each) {
            let lodgings = try (first..<min(first + each, items)).map(lodging)
            let start = ContinuousClock.now
            do {
                _ = try await office.lodge(lodgings)
            } catch is DeskRefusal { refused += 1 }
            times.append(Int((ContinuousClock.now - start) / .microseconds(1)))
        }
        return (times, refused)
    }

    private static func lodging(_ number: Int) throws -> Lodging {
        let json = """
            {"reference":"bench-\(number)","product":"packet-tracked","senderKind":"business",
            "sender":{"name":"Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds",
            "postcode":"LS1 4AP","country":"GB","phone":"+441130000000"},
            "addressee":{"name":"Anna Schmidt","lines":["Hauptstraße \(number % 90)"],
            "locality":"Berlin","postcode":"10115","country":"DE","phone":"+49300000000"},
            "grossWeight":\(700 + number % 900),"contents":{"nature":"sale","lines":[{
            "description":"Knitted cotton jumper","quantity":2,"lineNetWeight":\(400 + number % 90),
            "lineValue":"58.00","currency":"GBP","tariffCode":"611020","origin":"GB",
            "sku":"FK-\(number % 40)","manufacturerID":"GB-FOX"}]}}
            """
        let (lodgement, findings) = LodgementReader.read(try JSONReader.read(Array(json.utf8)))
        return Lodging(
            key: .reference(lodgement.reference ?? ""),
            lodgement: lodgement,
            channel: .api,
            findings: findings
        )
    }
}
