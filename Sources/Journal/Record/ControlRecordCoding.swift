extension ControlRecord {
    /// Canonical JSON: the same record gives the same bytes for ever.
    package var json: [UInt8] {
        FlatJSON.encode(fields.merging(["record": .text(name)]) { _, record in record })
    }

    private var fields: [String: FlatJSON.Value] {
        switch self {
        case .genesis(let origin, let format, let reader, let time):
            ["origin": .text(origin), "format": .number(format), "reader": .text(reader)]
                .at(time)
        case .incarnationBegun(let number, let format, let reader, let time):
            ["incarnation": .number(number), "format": .number(format), "reader": .text(reader)]
                .at(time)
        case .epochOpened(let epoch, let key, let time):
            ["epoch": .text("\(epoch)"), "key": .text("\(key)")].at(time)
        case .epochForgotten(let epoch, let people, let complete, let time):
            [
                "epoch": .text("\(epoch)"), "by": .text(people.joined(separator: ", ")),
                "complete": .text("\(complete)"),
            ]
            .at(time)
        case .keyFileDigest(let name, let sha256, let time):
            ["name": .text(name), "sha256": .digest(sha256)].at(time)
        case .assetDigest(let name, let sha256, let bytes, let time):
            ["name": .text(name), "sha256": .digest(sha256), "bytes": .number(bytes)].at(time)
        case .snapshotDigest(let name, let sha256, let size, let time):
            ["name": .text(name), "sha256": .digest(sha256), "size": .number(size)].at(time)
        case .signingKeyChanged(let from, let to, let time):
            ["from": .text(from), "to": .text(to)].at(time)
        case .officeContinued(let incarnation, let before, let size, let root, let time):
            [
                "incarnation": .text(incarnation), "after": .text(before), "size": .number(size),
                "root": .digest(root.array),
            ]
            .at(time)
        case .clockStepped(let from, let to):
            ["from": .text("\(from)"), "to": .text("\(to)")]
        }
    }

    /// Reads the canonical JSON behind the kind byte.
    package init(json: ArraySlice<UInt8>) throws(RecordFlaw) {
        var fields = try ControlFields(try FlatJSON.decode(json))
        try fields.refuseNewerFormat()
        self = try Self.read(&fields)
        try fields.finish()
    }

    private static func read(_ fields: inout ControlFields) throws(RecordFlaw) -> ControlRecord {
        switch fields.record {
        case "genesis":
            .genesis(
                origin: try fields.text("origin"),
                format: try fields.number("format"),
                reader: try fields.text("reader"),
                time: try fields.time("time")
            )
        case "incarnation begun":
            .incarnationBegun(
                number: try fields.number("incarnation"),
                format: try fields.number("format"),
                reader: try fields.text("reader"),
                time: try fields.time("time")
            )
        case "epoch opened":
            .epochOpened(
                try fields.value("epoch"),
                key: try fields.value("key"),
                time: try fields.time("time")
            )
        case "epoch forgotten":
            .epochForgotten(
                try fields.value("epoch"),
                by: try fields.list("by"),
                complete: try fields.time("complete"),
                time: try fields.time("time")
            )
        case "key-file digest":
            .keyFileDigest(
                name: try fields.text("name"),
                sha256: try fields.digest("sha256"),
                time: try fields.time("time")
            )
        case "asset digest":
            .assetDigest(
                name: try fields.text("name"),
                sha256: try fields.digest("sha256"),
                bytes: try fields.number("bytes"),
                time: try fields.time("time")
            )
        case "snapshot digest":
            .snapshotDigest(
                name: try fields.text("name"),
                sha256: try fields.digest("sha256"),
                size: try fields.number("size"),
                time: try fields.time("time")
            )
        case "signing key changed":
            .signingKeyChanged(
                from: try fields.text("from"),
                to: try fields.text("to"),
                time: try fields.time("time")
            )
        case "office continued":
            .officeContinued(
                incarnation: try fields.text("incarnation"),
                after: try fields.text("after"),
                size: try fields.number("size"),
                root: try fields.root("root"),
                time: try fields.time("time")
            )
        case "clock stepped":
            .clockStepped(from: try fields.time("from"), to: try fields.time("to"))
        default:
            throw .unknownRecord(fields.record)
        }
    }
}

extension [String: FlatJSON.Value] {
    fileprivate func at(_ time: UnixTime) -> Self {
        merging(["time": .text("\(time)")]) { _, time in time }
    }
}

extension FlatJSON.Value {
    fileprivate static func digest(_ sha256: [UInt8]) -> Self {
        precondition(sha256.count == 32, "a SHA-256 has 32 bytes, not \(sha256.count)")
        return .text(Hexadecimal.encode(sha256))
    }
}
