import Foundation
import Testing

/// A served office in a real browser (Debian's Chromium, driven by Playwright, judged by axe-core).
@Suite(
    "Pages in a browser",
    .enabled(if: Chromium.isHere, "needs chromium, and playwright in POSTHORN_BROWSER_PYTHON")
)
struct BrowserTests {
    @Test("every page is walked by keyboard and has no accessibility violations")
    func walksEveryPage() throws {
        let mode =
            ProcessInfo.processInfo.environment["POSTHORN_PROOF"] == nil ? [] : ["all"]
        let answer = try Chromium.walk([Binary.posthorn.path] + mode)
        #expect(answer.status == 0, "\(answer.output)")
    }
}

/// The script that drives the browser.
private enum Chromium {
    static let python =
        ProcessInfo.processInfo.environment["POSTHORN_BROWSER_PYTHON"] ?? "/usr/bin/python3"

    static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../BrowserTests/walk.py").standardizedFileURL.path

    static var isHere: Bool {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium"),
            let answer = try? run(["-c", "import playwright, axe_playwright_python"])
        else { return false }
        return answer.status == 0
    }

    static func walk(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try run([script] + arguments)
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
