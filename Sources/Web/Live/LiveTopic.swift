import Mail
import Office

/// Something that pages follow: what of it is the newest, and who may know.
///
/// A stream tells that something is newer and nothing of what it is: a page that hears it asks for
/// itself again, with all that guards it. A new topic is one file and one line in ``LiveTopics``.
protocol LiveTopic: Sendable {
    /// As addresses name it.
    static var name: String { get }
    /// What of it is followed, where there are several.
    var object: String? { get }
    /// What one must be permitted to do to follow it: the same as to see its page.
    var permission: Permission { get }
    /// When somebody looks again.
    var rhythm: LiveRhythm { get }
    /// The least time between two numbers: however much happens, a page loads no faster.
    var rest: Duration { get }
    /// Milliseconds that a page waits, at least, before it asks for itself again.
    var settle: Int { get }
    /// A number that grows whenever a page about it could say something else.
    func version(_ office: ServedOffice, for caller: Caller) throws -> UInt64
}

extension LiveTopic {
    var object: String? { nil }
    var rest: Duration { .seconds(1) }
    var settle: Int { 300 }

    /// Where a page that shows this version follows it.
    func address(_ office: ServedOffice, for caller: Caller) throws -> String {
        SiteMap.live.path(
            Self.name,
            query: [
                ("of", object ?? ""), ("after", String(try version(office, for: caller))),
            ]
        )
    }
}

/// What makes a stream look whether something is newer.
enum LiveRhythm: Sendable {
    /// Something was recorded and posted.
    case recorded
    /// Requests were written to their log.
    case requests
    /// Time passes: what is followed rings no bell.
    case every(Duration)
}

/// The topics there are.
enum LiveTopics {
    static func topic(_ name: String, of object: String?) -> (any LiveTopic)? {
        switch name {
        case ItemTopic.name: object.flatMap { ItemID($0) }.map(ItemTopic.init)
        case ItemsTopic.name: ItemsTopic()
        case JournalTopic.name: JournalTopic()
        case LanesTopic.name: LanesTopic()
        case ActsTopic.name: ActsTopic()
        case RequestsTopic.name: RequestsTopic()
        case DeliveriesTopic.name: object.map(DeliveriesTopic.init)
        default: nil
        }
    }
}
