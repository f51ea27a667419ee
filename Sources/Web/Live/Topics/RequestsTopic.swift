import Office

/// What programs ask.
struct RequestsTopic: LiveTopic {
    static let name = "requests"

    var permission: Permission { .requestRead }
    var rhythm: LiveRhythm { .requests }

    func version(_ office: ServedOffice, for caller: Caller) throws -> UInt64 {
        UInt64(clamping: try office.requests.newest(for: caller))
    }
}
