import Crypto
import Foundation
import Testing

@testable import Journal

/// A folder under the system's temporary one, removed with its last reference.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let template = NSTemporaryDirectory() + "posthorn-test-XXXXXX"
        var name = Array(template.utf8CString)
        path = try #require(unsafe mkdtemp(&name).map { unsafe String(cString: $0) })
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var journal: String { path + "/journal" }
}

enum TestKeys {
    /// A key that anyone may know; only tests sign with it.
    static func signing(_ name: String = "posthorn.example/test") throws -> SigningKey {
        try SigningKey(name: name, seed: [UInt8](repeating: 7, count: 32))
    }
}

enum TestEntries {
    /// The same bytes for the same number, of differing lengths.
    static func entry(_ number: Int) -> [UInt8] {
        let text = "entry \(number) "
        return Array(String(repeating: text, count: 1 + number % 40).utf8)
    }

    static func entries(_ range: Range<Int>) -> [[UInt8]] {
        range.map { entry($0) }
    }
}
