import Foundation
import Testing

/// Files that are uploaded: many large ones at once, and over a restart.
@Suite("Uploads", .serialized, .timeLimit(.minutes(20)))
struct UploadTests {
    private static let settings = "limits:\n  request-seconds: 3600\n"
    private static let header =
        "reference,product,senderKind,sender.name,sender.lines,sender.locality,"
        + "sender.postcode,sender.country,addressee.name,addressee.lines,addressee.locality,"
        + "addressee.postcode,addressee.country,grossWeight,contents.nature,"
        + "lines.description,lines.quantity,lines.lineNetWeight,lines.lineValue,"
        + "lines.currency,lines.tariffCode,lines.origin,notes\n"

    /// Good rows, each as long as `padding` makes it; the last column is nobody's.
    private static func rows(_ count: Int, padding: Int, name: String) -> String {
        let pad = String(repeating: "x", count: padding)
        return header
            + (1...count)
            .map { number in
                "\(name)-\(number),packet-tracked,private,Ada Fox,12 Mill Lane,Leeds,LS1 4AP,GB,"
                    + "Zoe Nowak,ul. Dluga 5,Krakow,31-147,PL,850,gift,Knitted cotton jumper,"
                    + "2,700,58.00,GBP,611020,GB,\(pad)\n"
            }
            .joined()
    }

    private static func upload(
        _ path: String,
        to address: String,
        _ key: String
    ) throws -> (path: String, status: String) {
        let answer = try Curl.run([
            "--header", "Authorization: Bearer \(key)", "--form", "file=@\(path);type=text/csv",
            "--dump-header", "-", "--max-time", "900", address + "upload",
        ])
        let location = answer.body.split(whereSeparator: \.isNewline)
            .first { $0.lowercased().hasPrefix("location: ") }
        let found = location?.dropFirst("location: ".count) ?? ""
        return (found.trimmingCharacters(in: .whitespacesAndNewlines), answer.status)
    }

    private static func megabytes(_ adminAddress: String) throws -> Double {
        let metrics = try Curl.run([adminAddress + "metrics"]).body
        let line = metrics.split(separator: "\n")
            .first { $0.hasPrefix("process_resident_memory_bytes ") }
        let bytes = line?.split(separator: " ").last.flatMap { Double($0) }
        return (bytes ?? .infinity) / 1e6
    }

    @Test func sixteenLargeOnesAtOnceStayWithinTheirMemory() async throws {
        let isProof = ProcessInfo.processInfo.environment["POSTHORN_PROOF"] != nil
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch, settings: Self.settings)
        let key = try place.key("clerk")
        let bytes = isProof ? 15 << 20 : 2 << 20
        let paths = try (0..<16)
            .map { number in
                let path = scratch.path("large-\(number).csv")
                let text = Self.rows(16, padding: bytes / 16, name: "f\(number)")
                try Data(text.utf8).write(to: URL(filePath: path))
                return path
            }
        let (address, adminAddress) = (place.address, place.adminAddress)
        let watch = Task {
            var most = 0.0
            while !Task.isCancelled {
                most = max(most, try Self.megabytes(adminAddress))
                try? await Task.sleep(for: .milliseconds(100))
            }
            return most
        }
        let statuses = try await withThrowingTaskGroup(of: String.self) { group in
            for path in paths {
                group.addTask { try Self.upload(path, to: address, key).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        watch.cancel()
        let most = try await watch.value
        #expect(statuses == Array(repeating: "303", count: paths.count))
        print("sixteen uploads of \(bytes >> 20) MiB: \(Int(most)) MB at most")
        #expect(most < 150)
        #expect(place.stop().status == 0)
    }

    @Test func outliveACrashAndAreLodgedThen() async throws {
        let scratch = try Scratch()
        let path = scratch.path("items.csv")
        try Data(Self.rows(3, padding: 10, name: "r").utf8).write(to: URL(filePath: path))
        let before = try await ServedPlace(scratch)
        let key = try before.key("clerk")
        let batch = try Self.upload(path, to: before.address, key)
        #expect(batch.status == "303")
        #expect(batch.path.hasPrefix("/upload/"), "\(batch.path)")
        before.running.send(SIGKILL)
        _ = before.running.finish()
        let after = try await ServedPlace(scratch)
        let bearer = "Authorization: Bearer \(key)"
        let address = after.address + batch.path.dropFirst()
        let page = try after.curl("--header", bearer, address)
        #expect(page.status == "200")
        #expect(page.body.contains("(3)"), "\(page.body.suffix(2000))")
        let lodged = try after.curl("--header", bearer, "--data", "x=1", address + "/lodge")
        #expect(lodged.status == "303")
        let result = try after.curl("--header", bearer, address + "/result")
        #expect(result.body.components(separatedBy: ",lodged,").count == 4, "\(result.body)")
        let strings = try Data(contentsOf: URL(filePath: after.office + "/kept.sqlite"))
        #expect(strings.range(of: Data("Mill Lane".utf8)) == nil)
        #expect(after.stop().status == 0)
    }
}
