import Foundation
import Testing

/// The API's description, and the API by it, before judges that we did not write.
@Suite(
    "API contract",
    .serialized,
    .enabled(if: ContractJudges.areThere, "the judges are not installed"),
    .timeLimit(.minutes(20))
)
struct APIContractTests {
    @Test func describesItselfAsTheStandardHasIt() throws {
        let judged = try Binary(tool: ContractJudges.path("openapi-spec-validator"))
            .start([ContractJudges.project + "/Sources/CAPIDocument/openapi.yaml"]).finish()
        #expect(judged.status == 0, "\(judged.output)\(judged.errors)")
    }

    /// A short run in every test run, a long one for `make proof`.
    @Test func answersAsItIsDescribed() async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        let isProof = ProcessInfo.processInfo.environment["POSTHORN_PROOF"] != nil
        let judged = try Binary(tool: ContractJudges.path("schemathesis"))
            .start([
                "--config-file", ContractJudges.project + "/Tests/Contracts/schemathesis.toml",
                "run", place.address + "openapi.yaml", "--checks", "all", "--no-color",
                "--header", "Authorization: Bearer \(try place.key("admin"))",
                "--max-examples", isProof ? "100" : "3", "--request-timeout", "20",
                "--continue-on-failure", "--seed", "1042",
                "--report", "junit", "--report-dir", scratch.path("report"),
            ])
            .finish()
        let found = judged.output.range(of: "FAILURES").map { judged.output[$0.lowerBound...] }
        #expect(judged.status == 0, "\((found ?? judged.output.suffix(4000)[...]).prefix(6000))")
        #expect(judged.output.contains("Stateful"))
        #expect(place.stop().status == 0)
    }
}

private enum ContractJudges {
    static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static var areThere: Bool {
        FileManager.default.isExecutableFile(atPath: path("schemathesis"))
    }

    static func path(_ name: String) -> String {
        (ProcessInfo.processInfo.environment["POSTHORN_CONTRACTS"] ?? "/nowhere") + "/" + name
    }
}
