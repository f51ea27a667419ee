package import Mail

/// Orders about keys and accounts, and what came of them, as the local socket carries them.
extension LocalWire {
    package static func order(_ order: AccessOrder) -> JSONValue {
        switch order {
        case .addKey(let key):
            .members([
                ("order", .string("addKey")), ("name", .string(key.name)),
                ("role", .string(key.role.rawValue)), ("mode", .string(key.mode.rawValue)),
                ("customer", .text(key.customer)),
                ("expires", key.expiresAt.map { .integer($0.milliseconds) }),
            ])
        case .revokeKey(let id, let reason):
            .members([
                ("order", .string("revokeKey")), ("key", .string(id)), ("reason", .text(reason)),
            ])
        case .rotateKey(let id, let overlap):
            .members([
                ("order", .string("rotateKey")), ("key", .string(id)),
                ("overlap", .integer(overlap)),
            ])
        case .addStaff(let staff):
            .members([
                ("order", .string("addStaff")), ("name", .string(staff.name)),
                ("displayName", .string(staff.displayName)),
                ("role", .string(staff.role.rawValue)),
                ("language", .string(staff.language.rawValue)),
            ])
        case .resetStaff(let name):
            .members([("order", .string("resetStaff")), ("name", .string(name))])
        case .deactivateStaff(let name):
            .members([("order", .string("deactivateStaff")), ("name", .string(name))])
        }
    }

    package static func order(_ json: JSONValue) throws(Malformed) -> AccessOrder {
        func text(_ member: String) throws(Malformed) -> String {
            guard let text = json[member]?.text else { throw Malformed(member: member) }
            return text
        }
        func code<Code: RawRepresentable<String>>(
            _ member: String,
            _ type: Code.Type
        ) throws(Malformed) -> Code {
            guard let code = Code(rawValue: try text(member)) else {
                throw Malformed(member: member)
            }
            return code
        }
        func number(_ member: String) -> Int64? {
            json[member]?.wholeNumber.flatMap(Int64.init(exactly:))
        }
        switch json["order"]?.text {
        case "addKey":
            return .addKey(
                KeyOrder(
                    name: try text("name"),
                    role: try code("role", Role.self),
                    mode: try code("mode", Mode.self),
                    customer: json["customer"]?.text,
                    expiresAt: number("expires").map { Moment(milliseconds: $0) }
                )
            )
        case "revokeKey": return .revokeKey(try text("key"), reason: json["reason"]?.text)
        case "rotateKey":
            guard let overlap = number("overlap") else { throw Malformed(member: "overlap") }
            return .rotateKey(try text("key"), overlap: overlap)
        case "addStaff":
            return .addStaff(
                StaffOrder(
                    name: try text("name"),
                    displayName: try text("displayName"),
                    role: try code("role", Role.self),
                    language: try code("language", Language.self)
                )
            )
        case "resetStaff": return .resetStaff(try text("name"))
        case "deactivateStaff": return .deactivateStaff(try text("name"))
        default: throw Malformed(member: "order")
        }
    }

    package static func answer(_ answer: AccessAnswer) -> JSONValue {
        switch answer {
        case .done: .members([("answer", .string("done"))])
        case .key(let text): .members([("answer", .string("key")), ("key", .string(text))])
        case .link(let path, let end):
            .members([
                ("answer", .string("link")), ("path", .string(path)),
                ("expires", .integer(end.milliseconds)),
            ])
        }
    }

    package static func answer(_ json: JSONValue) throws(Malformed) -> AccessAnswer {
        switch json["answer"]?.text {
        case "done": return .done
        case "key":
            guard let text = json["key"]?.text else { throw Malformed(member: "key") }
            return .key(text)
        case "link":
            guard let path = json["path"]?.text,
                let end = json["expires"]?.wholeNumber.flatMap(Int64.init(exactly:))
            else { throw Malformed(member: "link") }
            return .link(path: path, expiresAt: Moment(milliseconds: end))
        default: throw Malformed(member: "answer")
        }
    }

    package static func refusal(_ refusal: OrderRefusal) -> JSONValue {
        .members([
            ("refusal", .string(refusal.kind.rawValue)), ("detail", .string(refusal.detail)),
            ("hint", .string(refusal.hint)),
        ])
    }

    package static func refusal(_ json: JSONValue) -> OrderRefusal? {
        guard let kind = json["refusal"]?.text.flatMap(OrderRefusal.Kind.init),
            let detail = json["detail"]?.text, let hint = json["hint"]?.text
        else { return nil }
        return OrderRefusal(kind, detail, hint: hint)
    }
}
