/// The members of one entry, each read once or named in the flaw.
struct EntryFields {
    let kind: String
    let json: JSONValue

    func flaw(_ member: String) -> Entry.Flaw { .malformed(kind: kind, member: member) }

    func text(_ member: String) throws(Entry.Flaw) -> String {
        guard let text = json[member]?.text else { throw flaw(member) }
        return text
    }

    func value<Value>(
        _ member: String,
        _ convert: (String) -> Value?
    ) throws(Entry.Flaw) -> Value {
        guard let value = convert(try text(member)) else { throw flaw(member) }
        return value
    }

    func code<Code: RawRepresentable<String>>(_ member: String) throws(Entry.Flaw) -> Code {
        try value(member) { Code(rawValue: $0) }
    }

    func count(_ member: String) throws(Entry.Flaw) -> UInt64 {
        guard let number = json[member]?.wholeNumber, let count = UInt64(exactly: number) else {
            throw flaw(member)
        }
        return count
    }

    func moment(_ member: String) throws(Entry.Flaw) -> Moment {
        guard let number = json[member]?.wholeNumber else { throw flaw(member) }
        return Moment(milliseconds: Int64(number))
    }

    func series() throws(Entry.Flaw) -> NumberSeries { try value("series") { NumberSeries($0) } }

    func list<Element>(
        _ member: String,
        _ convert: (JSONValue) -> Element?
    ) throws(Entry.Flaw) -> [Element] {
        guard let elements = json[member]?.elements else { throw flaw(member) }
        var list: [Element] = []
        for element in elements {
            guard let converted = convert(element) else { throw flaw(member) }
            list.append(converted)
        }
        return list
    }
}
