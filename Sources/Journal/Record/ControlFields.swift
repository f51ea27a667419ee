/// The fields of one control record, each taken once; what is left over is refused.
struct ControlFields {
    let record: String
    private var rest: [String: FlatJSON.Value]

    init(_ object: [String: FlatJSON.Value]) throws(RecordFlaw) {
        guard case .text(let record) = object["record"] else {
            throw .field("record", record: "")
        }
        self.record = record
        rest = object
        rest["record"] = nil
    }

    /// Said first of all: every other complaint about a newer format would only confuse.
    func refuseNewerFormat() throws(RecordFlaw) {
        guard case .number(let format) = rest["format"], format > JournalFormat.version else {
            return
        }
        let reader = if case .text(let text) = rest["reader"] { text } else { "a newer release" }
        throw .newerFormat(found: format, supported: JournalFormat.version, reader: reader)
    }

    mutating func text(_ name: String) throws(RecordFlaw) -> String {
        guard case .text(let text) = rest.removeValue(forKey: name) else { throw flaw(name) }
        return text
    }

    mutating func number(_ name: String) throws(RecordFlaw) -> UInt64 {
        guard case .number(let number) = rest.removeValue(forKey: name) else { throw flaw(name) }
        return number
    }

    mutating func value<T: LosslessStringConvertible>(_ name: String) throws(RecordFlaw) -> T {
        guard let value = T(try text(name)) else { throw flaw(name) }
        return value
    }

    mutating func time(_ name: String) throws(RecordFlaw) -> UnixTime { try value(name) }

    mutating func list(_ name: String) throws(RecordFlaw) -> [String] {
        try text(name).split(separator: ", ").map(String.init)
    }

    mutating func digest(_ name: String) throws(RecordFlaw) -> [UInt8] {
        guard let digest = Hexadecimal.decode(try text(name)), digest.count == 32 else {
            throw flaw(name)
        }
        return digest
    }

    mutating func root(_ name: String) throws(RecordFlaw) -> Digest {
        guard let root = Digest(try digest(name)) else { throw flaw(name) }
        return root
    }

    func finish() throws(RecordFlaw) {
        if let name = rest.keys.min() { throw flaw(name) }
    }

    private func flaw(_ name: String) -> RecordFlaw { .field(name, record: record) }
}
