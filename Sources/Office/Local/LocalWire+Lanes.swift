package import Mail

/// Orders about lanes, and what came of them, as the local socket carries them.
extension LocalWire {
    package static func order(_ order: LaneOrder) -> JSONValue {
        switch order {
        case .planRelease(let order, let by): planRelease(order, by)
        case .stopRelease(let id, let reason, let by):
            .members([
                ("order", .string("stopRelease")), ("release", .string(id)),
                ("reason", .string(reason)), ("by", .string(by.text)),
            ])
        case .setCapacity(let day):
            .members([
                ("order", .string("setCapacity")), ("by", .string(day.by.text)),
                (
                    "day",
                    // The entry itself, as the journal has it.
                    .string(String(decoding: Entry.capacitySet(day).bytes, as: UTF8.self))
                ),
            ])
        case .releaseDue:
            .members([("order", .string("releaseDue")), ("by", .string(Author.office.text))])
        case .change(let request, let by):
            .members([
                ("order", .string("change")), ("request", request.json), ("by", .string(by.text)),
            ])
        case .cancel(let id, let reason, let by):
            .members([
                ("order", .string("cancel")), ("proposal", .string(id)),
                ("reason", .string(reason)), ("by", .string(by.text)),
            ])
        case .find(let items, let list, let by): find(items, list, by)
        case .triage(let number, let need, let reason, let by):
            .members([
                ("order", .string("triage")), ("item", .string(number.text)),
                ("need", .string(need.rawValue)), ("reason", .string(reason)),
                ("by", .string(by.text)),
            ])
        case .approve(let id, let by):
            .members([
                ("order", .string("approve")), ("proposal", .string(id)), ("by", .string(by.text)),
            ])
        case .save(let name, let settings, let by):
            .members([
                ("order", .string("save")), ("name", .string(name)),
                ("settings", .array(settings.map(\.json))), ("by", .string(by.text)),
            ])
        }
    }

    private static func planRelease(_ order: ReleaseOrder, _ by: Author) -> JSONValue {
        .members([
            ("order", .string("planRelease")), ("lane", .string(order.selector.text)),
            ("perHour", .integer(order.perHour)), ("closedToo", .bool(order.closedToo)),
            ("reason", .string(order.reason)), ("by", .string(by.text)),
            ("approvedBy", .text(order.approvedBy?.text)),
        ])
    }

    /// The items as the entry has them.
    private static func find(_ items: [FoundItem], _ list: String, _ by: Author) -> JSONValue {
        let found = ItemsFound(list: list, items: items, by: by, at: Moment(milliseconds: 0))
        return .members([
            ("order", .string("find")), ("by", .string(by.text)),
            ("found", .string(String(decoding: Entry.itemsFound(found).bytes, as: UTF8.self))),
        ])
    }

    private static func find(_ json: JSONValue, _ by: Author) throws(Malformed) -> LaneOrder {
        guard let bytes = json["found"]?.text?.utf8,
            case .itemsFound(let found)? = try? Entry(Array(bytes))
        else { throw Malformed(member: "found") }
        return .find(found.items, list: found.list, by: by)
    }

    package static func laneOrder(_ json: JSONValue) throws(Malformed) -> LaneOrder {
        guard let by = json["by"]?.text.flatMap(Author.init) else { throw Malformed(member: "by") }
        switch json["order"]?.text {
        case "change":
            guard let request = json["request"].flatMap(LaneRequest.init) else {
                throw Malformed(member: "request")
            }
            return .change(request, by: by)
        case "approve":
            guard let id = json["proposal"]?.text else { throw Malformed(member: "proposal") }
            return .approve(id, by: by)
        case "cancel":
            guard let id = json["proposal"]?.text, let reason = json["reason"]?.text else {
                throw Malformed(member: "proposal")
            }
            return .cancel(id, reason: reason, by: by)
        case "find": return try find(json, by)
        case "triage":
            guard let number = json["item"]?.text.flatMap({ try? S10($0) }),
                let need = json["need"]?.text.flatMap(FoundItem.Need.init),
                let reason = json["reason"]?.text
            else { throw Malformed(member: "item") }
            return .triage(number, needs: need, reason: reason, by: by)
        case "save":
            guard let name = json["name"]?.text, let elements = json["settings"]?.elements else {
                throw Malformed(member: "name")
            }
            return .save(name, elements.compactMap(LaneSetting.init), by: by)
        case "planRelease":
            guard let lane = json["lane"]?.text, let selector = try? LaneSelector(lane),
                let perHour = json["perHour"]?.wholeNumber, let reason = json["reason"]?.text
            else { throw Malformed(member: "lane") }
            let order = ReleaseOrder(
                selector,
                perHour: perHour,
                closedToo: json["closedToo"] == .bool(true),
                reason: reason,
                approvedBy: json["approvedBy"]?.text.flatMap(Author.init)
            )
            return .planRelease(order, by: by)
        case "stopRelease":
            guard let id = json["release"]?.text, let reason = json["reason"]?.text else {
                throw Malformed(member: "release")
            }
            return .stopRelease(id, reason: reason, by: by)
        case "releaseDue": return .releaseDue
        case "setCapacity":
            guard let bytes = json["day"]?.text?.utf8,
                case .capacitySet(let day)? = try? Entry(Array(bytes))
            else { throw Malformed(member: "day") }
            return .setCapacity(day)
        default: throw Malformed(member: "order")
        }
    }

    package static func answer(_ answer: LaneAnswer) -> JSONValue {
        switch answer {
        case .changed(let version):
            .members([("answer", .string("changed")), ("version", .integer(version))])
        case .proposed(let proposal):
            .members([
                ("answer", .string("proposed")),
                (
                    "proposal",
                    // The entry itself, as the journal has it.
                    .string(
                        String(decoding: Entry.laneChangeProposed(proposal).bytes, as: UTF8.self)
                    )
                ),
            ])
        case .saved: .members([("answer", .string("saved"))])
        case .cancelled: .members([("answer", .string("cancelled"))])
        case .found(let items):
            .members([("answer", .string("found")), ("items", .integer(items))])
        case .planned(let id, let items):
            .members([
                ("answer", .string("planned")), ("release", .string(id)),
                ("items", .integer(items)),
            ])
        case .stopped: .members([("answer", .string("stopped"))])
        case .released(let items):
            .members([("answer", .string("released")), ("items", .integer(items))])
        }
    }

    package static func laneAnswer(_ json: JSONValue) throws(Malformed) -> LaneAnswer {
        switch json["answer"]?.text {
        case "changed":
            guard let version = json["version"]?.wholeNumber else {
                throw Malformed(member: "version")
            }
            return .changed(version: version)
        case "proposed":
            guard let bytes = json["proposal"]?.text?.utf8,
                case .laneChangeProposed(let proposal)? = try? Entry(Array(bytes))
            else { throw Malformed(member: "proposal") }
            return .proposed(proposal)
        case "saved": return .saved
        case "cancelled": return .cancelled
        case "found":
            guard let items = json["items"]?.wholeNumber else { throw Malformed(member: "items") }
            return .found(items)
        case "planned":
            guard let id = json["release"]?.text, let items = json["items"]?.wholeNumber else {
                throw Malformed(member: "release")
            }
            return .planned(id: id, items: items)
        case "stopped": return .stopped
        case "released":
            guard let items = json["items"]?.wholeNumber else { throw Malformed(member: "items") }
            return .released(items)
        default: throw Malformed(member: "answer")
        }
    }
}
