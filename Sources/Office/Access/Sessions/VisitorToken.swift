package import Journal

/// What a form brings back that somebody without a session filled in.
package enum VisitorToken {
    private static let count = 32

    package static func make(_ random: RandomSource) -> String {
        String(decoding: Base62.unpredictable(count, random), as: UTF8.self)
    }

    package static func isOne(_ text: String) -> Bool {
        text.utf8.count == count && Base62.holds(text.utf8)
    }

    /// Whether a form brought back the token it was given.
    package static func matches(_ given: String, _ brought: String?) -> Bool {
        brought.map { ConstantTime.equal(given, $0) } ?? false
    }
}

extension Session {
    package func hasToken(_ brought: String?) -> Bool { VisitorToken.matches(csrf, brought) }
}
