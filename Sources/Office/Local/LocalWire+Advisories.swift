package import Mail

/// Orders about advisories, and what came of them, as the local socket carries them.
extension LocalWire {
    package static func order(_ order: AdvisoryOrder) -> JSONValue {
        switch order {
        case .publish(let name, let content, let expected, let by):
            let advisory = Advisory(
                name: name,
                version: 0,
                content: content,
                by: by,
                at: Moment(milliseconds: 0)
            )
            return .members([
                ("order", .string("publish")), ("by", .string(by.text)),
                ("expecting", expected.map { .integer($0) }),
                // The entry itself, as the journal is to have it but for its version and time.
                (
                    "advisory",
                    .string(
                        String(decoding: Entry.advisoryPublished(advisory).bytes, as: UTF8.self)
                    )
                ),
            ])
        case .end(let name, let by):
            return .members([
                ("order", .string("end")), ("by", .string(by.text)), ("name", .string(name.text)),
            ])
        }
    }

    package static func advisoryOrder(_ json: JSONValue) throws(Malformed) -> AdvisoryOrder {
        guard let by = json["by"]?.text.flatMap(Author.init) else { throw Malformed(member: "by") }
        switch json["order"]?.text {
        case "publish":
            guard let bytes = json["advisory"]?.text?.utf8,
                case .advisoryPublished(let advisory)? = try? Entry(Array(bytes))
            else { throw Malformed(member: "advisory") }
            return .publish(
                advisory.name,
                advisory.content,
                expecting: json["expecting"]?.wholeNumber,
                by: by
            )
        case "end":
            guard let name = json["name"]?.text.flatMap(AdvisoryName.init) else {
                throw Malformed(member: "name")
            }
            return .end(name, by: by)
        default: throw Malformed(member: "order")
        }
    }

    package static func answer(_ answer: AdvisoryAnswer) -> JSONValue {
        switch answer {
        case .published(let version):
            .members([("answer", .string("published")), ("version", .integer(version))])
        case .ended(let version):
            .members([("answer", .string("ended")), ("version", .integer(version))])
        }
    }

    package static func advisoryAnswer(_ json: JSONValue) throws(Malformed) -> AdvisoryAnswer {
        guard let version = json["version"]?.wholeNumber else { throw Malformed(member: "version") }
        switch json["answer"]?.text {
        case "published": return .published(version: version)
        case "ended": return .ended(version: version)
        default: throw Malformed(member: "answer")
        }
    }
}
