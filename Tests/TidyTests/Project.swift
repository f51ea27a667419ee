import Foundation
import Testing

/// The project's own files, as text.
enum Project {
    static let root: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct File: CustomTestStringConvertible, Sendable {
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        var testDescription: String { path }
    }

    static let sources = files(under: "Sources", ending: ".swift")
    static let tests = files(under: "Tests", ending: ".swift")
    static let swift = sources + tests
    static let prose =
        files(under: "docs", ending: ".md") + files(under: "Sources", ending: ".md")
        + files(under: "scripts", ending: ".py")
        + ["README.md", "CHANGELOG.md", "Makefile"].compactMap(file)

    static func file(_ path: String) -> File? {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8))
            .map { File(path: path, text: $0) }
    }

    private static func files(under folder: String, ending: String) -> [File] {
        let base = root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
        return (paths ?? []).filter { $0.hasSuffix(ending) }.sorted()
            .compactMap { file(folder + "/" + $0) }
    }
}
