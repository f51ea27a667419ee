import Foundation
import Mail
import Testing

@testable import Office

@Suite("WebhookSignature")
struct WebhookSignatureTests {
    static let vectors = Fixtures.lines("crypto/standard_webhooks.jsonl")

    /// What every receiver does with what we send (Standard Webhooks 1.0, "Verifying").
    private func isTaken(_ vector: JSONValue) -> Bool {
        let headers = vector["headers"]
        guard let id = headers?["webhook-id"]?.text,
            let stamp = headers?["webhook-timestamp"]?.text.flatMap(Int64.init),
            let signatures = headers?["webhook-signature"]?.text,
            let now = vector["now"]?.wholeNumber, abs(Int64(now) - stamp) <= 300,
            let body = vector["payload"]?.text, let whole = vector["secret"]?.text
        else { return false }
        let secret = String(whole.trimmingPrefix(WebhookSignature.prefix))
        guard !secret.isEmpty else { return false }
        let ours = WebhookSignature.header(
            id: id,
            at: Moment(milliseconds: stamp * 1000),
            body: Array(body.utf8),
            secrets: [secret]
        )
        return signatures.split(separator: " ").contains { ConstantTime.equal(String($0), ours) }
    }

    @Test("is that of the standard's vectors", .enabled(if: !vectors.isEmpty), arguments: vectors)
    func followsTheStandard(_ vector: JSONValue) {
        #expect(isTaken(vector) == (vector["expected"]?.text == "ok"), "\(vector)")
    }

    @Test func isThatOfTheStandardsExample() {
        // https://github.com/standard-webhooks/standard-webhooks, spec 1.0, "Signature scheme".
        let header = WebhookSignature.header(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
            at: Moment(milliseconds: 1_614_265_330_000),
            body: Array(#"{"test": 2432232314}"#.utf8),
            secrets: ["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "c2VjcmV0"]
        )
        let parts = header.split(separator: " ")
        #expect(parts.first == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        #expect(parts.count == 2)
    }

    /// The environment of foreign judges, where it is installed.
    static let judge: String? = {
        let home = ProcessInfo.processInfo.environment
        let cache = home["XDG_CACHE_HOME"] ?? (home["HOME"] ?? "") + "/.cache"
        let path = cache + "/posthorn/judges/bin/python"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    @Test("is taken by the standard's own library", .enabled(if: judge != nil))
    func isTakenByTheReferenceLibrary() throws {
        let (old, new) = ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        let now = Int64(Date().timeIntervalSince1970)
        let body = #"{"specversion":"1.0","id":"7","subject":"LA990000006GB","data":{"by":"Zoë"}}"#
        let header = WebhookSignature.header(
            id: "7",
            at: Moment(milliseconds: now * 1000),
            body: Array(body.utf8),
            secrets: [new, old]
        )
        let script = """
            import sys
            from standardwebhooks.webhooks import Webhook, WebhookVerificationError
            body, stamp, header = sys.argv[1:4]
            headers = {"webhook-id": "7", "webhook-timestamp": stamp, "webhook-signature": header}
            for secret in sys.argv[4:]:
                try:
                    Webhook("whsec_" + secret).verify(body, headers)
                    print("taken")
                except WebhookVerificationError:
                    print("refused")
            """
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: try #require(Self.judge))
        let other = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        process.arguments = ["-c", script, body, String(now), header, old, new, other]
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: output, as: UTF8.self) == "taken\ntaken\nrefused\n")
    }
}
