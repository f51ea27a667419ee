import AsyncHTTPClient
import Foundation
import Mail
import NIOCore
import NIOHTTP1

/// People and programs that lodge at an office while it is attacked.
struct Clients: Sendable {
    let office: LiveOffice
    let book: AckBook

    /// Lodges until so many more are acknowledged.
    ///
    /// - Throws: ``Siege/Stuck`` where the office acknowledges too few in time.
    func lodge(_ count: Int, at once: Int = 8, seconds: Int = 120) async throws {
        let target = book.count + count
        let end = ContinuousClock.now + .seconds(seconds)
        await withDiscardingTaskGroup { group in
            for _ in 0..<once {
                group.addTask {
                    while book.count < target, ContinuousClock.now < end { await lodgeOne() }
                }
            }
        }
        guard book.count >= target else {
            throw Siege.Stuck("expected \(count) acknowledged, found \(book.now.refused)")
        }
    }

    /// Lodges while the work is done.
    func during<T: Sendable>(
        at once: Int = 4,
        _ work: @Sendable () async throws -> T
    ) async throws -> T {
        let tasks = (0..<once)
            .map { _ in
                Task {
                    while !Task.isCancelled { await lodgeOne() }
                }
            }
        defer { for task in tasks { task.cancel() } }
        return try await work()
    }

    /// Lodges one item; true when it was acknowledged.
    @discardableResult
    func lodgeOne(_ reference: String? = nil) async -> Bool {
        let reference = reference ?? book.next()
        let begun = ContinuousClock.now
        do {
            let answer = try await office.post("v1/items", Self.body(reference))
            let json = try JSONReader.read(answer.bytes)
            if answer.status == 201 || answer.status == 200, let item = json["item"]?.text {
                book.acknowledge(reference, item, json["promise"]?.text ?? "?")
                return true
            }
            let code = json["code"]?.text ?? "?"
            book.refuse("\(answer.status) \(code)", after: Self.seconds(since: begun))
        } catch {
            // No answer is no acknowledgement, whatever became of it.
            book.refuse("no answer", after: Self.seconds(since: begun))
            try? await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    static func seconds(since begun: ContinuousClock.Instant) -> Double {
        let (seconds, rest) = (ContinuousClock.now - begun).components
        return Double(seconds) + Double(rest) / 1e18
    }

    static func body(_ reference: String) -> String {
        """
        {"reference":"\(reference)","product":"packet-tracked","senderKind":"business",\
        "sender":{"name":"Ada Fox","lines":["12 Mill Lane"],"locality":"Leeds",\
        "postcode":"LS1 4AP","country":"GB","phone":"+441130000000"},\
        "addressee":{"name":"Zoe Lukasiewicz","lines":["ul. Dluga 5/7"],"locality":"Krakow",\
        "postcode":"31-147","country":"PL","phone":"+48120000000"},"grossWeight":850,\
        "contents":{"nature":"sale","lines":[{"description":"Knitted cotton jumper",\
        "quantity":2,"lineNetWeight":700,"lineValue":"58.00","currency":"GBP",\
        "tariffCode":"611020","origin":"GB","sku":"FK-22","manufacturerID":"GB-FOX"}]}}
        """
    }
}
