/// That the office came back from somewhere else than its own last word: restored from a vault,
/// rolled back, or started without a witness that knew better.
///
/// Numbers that were reserved by then may have been drawn by the office that is gone, so all of them
/// are taken to be used.
package struct OfficeResumed: Hashable, Sendable {
    package enum Cause: String, Hashable, Sendable, CaseIterable {
        case restored
        case adopted
        case unwitnessed
    }

    package let cause: Cause
    /// Where the entries came from, in words.
    package let source: String
    /// How many entries the office had when it came back.
    package let size: UInt64
    package let at: Moment

    package init(cause: Cause, source: String, size: UInt64, at: Moment) {
        self.cause = cause
        self.source = source
        self.size = size
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("at", .integer(at.milliseconds)), ("cause", .string(cause.rawValue)),
            ("size", .integer(size)), ("source", .string(source)),
        ]
    }
}

extension EntryFields {
    func officeResumed() throws(Entry.Flaw) -> OfficeResumed {
        OfficeResumed(
            cause: try code("cause"),
            source: try text("source"),
            size: try count("size"),
            at: try moment("at")
        )
    }
}
