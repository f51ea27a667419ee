import Hummingbird
import Mail
import Office

/// What a page that follows something shows of that: as of when it is, and how to follow.
struct LiveBar {
    /// The stream, for the script.
    let stream: String
    /// The page itself, for whoever has no script.
    let again: String
    /// When the page was made, to the second.
    let iso: String
    let time: String
    /// Milliseconds that the script waits behind news, so that pages do not all ask at once.
    let settle: String

    /// - Throws: What reading the topic's version threw.
    init(_ topic: some LiveTopic, _ visit: Visit, _ caller: Caller) throws {
        stream = try topic.address(visit.office, for: caller)
        let uri = visit.request.uri
        again = uri.path + (uri.query.map { "?" + $0 } ?? "")
        settle = String(topic.settle)
        iso = visit.now.text
        time = String(MomentText.of(visit.now).dropFirst(11))
    }
}
