/// An object that tells its members once, in canonical order, those it has: as a value and as
/// canonical bytes they are then the same.
///
/// For what is written so often that a value between it and its bytes would cost most of the time.
protocol MemberShape {
    func tell(_ sink: inout some MemberSink)
}

/// What takes the members of an object; one that is not there is left out.
protocol MemberSink {
    mutating func text(_ name: String, _ text: String?)
    mutating func whole(_ name: String, _ number: Int?)
    mutating func texts(_ name: String, _ texts: [String])
    mutating func object(_ name: String, _ shape: (some MemberShape)?)
    mutating func objects(_ name: String, _ shapes: [some MemberShape])
}

extension MemberShape {
    var value: JSONValue {
        var sink = ValueSink()
        tell(&sink)
        return .object(sink.members)
    }

    /// What ``CanonicalJSON/write(_:)`` makes of ``value``.
    var canonicalBytes: [UInt8] {
        var sink = ByteSink()
        sink.bytes.reserveCapacity(1024)
        sink.whole(self)
        return sink.bytes
    }
}

private struct ValueSink: MemberSink {
    var members: [JSONValue.Member] = []

    mutating func text(_ name: String, _ text: String?) { put(name, text.map { .string($0) }) }

    mutating func whole(_ name: String, _ number: Int?) { put(name, number.map { .integer($0) }) }

    mutating func texts(_ name: String, _ texts: [String]) {
        put(name, texts.isEmpty ? nil : .array(texts.map { .string($0) }))
    }

    mutating func object(_ name: String, _ shape: (some MemberShape)?) { put(name, shape?.value) }

    mutating func objects(_ name: String, _ shapes: [some MemberShape]) {
        put(name, shapes.isEmpty ? nil : .array(shapes.map(\.value)))
    }

    private mutating func put(_ name: String, _ value: JSONValue?) {
        if let value { members.append(JSONValue.Member(name, value)) }
    }
}

private struct ByteSink: MemberSink {
    var bytes: [UInt8] = []

    mutating func whole(_ shape: some MemberShape) {
        bytes.append(UInt8(ascii: "{"))
        shape.tell(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func text(_ name: String, _ text: String?) {
        guard let text else { return }
        begin(name)
        CanonicalJSON.append(text, to: &bytes)
    }

    mutating func whole(_ name: String, _ number: Int?) {
        guard let number else { return }
        begin(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func texts(_ name: String, _ texts: [String]) {
        list(name, texts) { sink, text in CanonicalJSON.append(text, to: &sink.bytes) }
    }

    mutating func object(_ name: String, _ shape: (some MemberShape)?) {
        guard let shape else { return }
        begin(name)
        whole(shape)
    }

    mutating func objects(_ name: String, _ shapes: [some MemberShape]) {
        list(name, shapes) { sink, shape in sink.whole(shape) }
    }

    private mutating func list<Element>(
        _ name: String,
        _ elements: [Element],
        _ write: (inout ByteSink, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A comma stands in front of every member but the first of its object.
    private mutating func begin(_ name: String) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        CanonicalJSON.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }
}
