import Mail

/// Reads the records of a JSON file: a list, an object with `items`, or an item on each line.
struct JSONIntake {
    private enum Reader {
        case list(JSONListReader)
        case lines(JSONLinesReader)
        /// Elements that were read already: a single item, or the items of a small object.
        case values(ArraySlice<JSONValue>)
        /// One item over several lines that is not whole.
        case broken(String)
    }

    let format: FileFormat
    private(set) var notes: Set<IntakeNote> = []
    private let digest: String
    private var reader: Reader
    private var valueNumber = 0

    init(_ window: TextWindow, digest: String) throws {
        var window = window
        self.digest = digest
        guard try window.peekPastSpace() == UInt8(ascii: "{") else {
            window.position += 1
            reader = .list(JSONListReader(window, isInObject: false))
            format = .jsonList
            return
        }
        while !window.isAtEnd, window.bytes.count - window.position < IntakeLimits.element {
            try window.load()
        }
        let head = window.bytes[window.position...]
        if let list = Self.listStart(head) {
            window.position = list
            reader = .list(JSONListReader(window, isInObject: true))
            format = .jsonList
            return
        }
        let value = Result { () throws(JSONFlaw) in try JSONReader.read(Array(head)) }
        if window.isAtEnd, case .success(let value) = value {
            let items = value["items"]?.elements
            if items != nil, case .object(let members) = value {
                for member in members where member.name != "items" {
                    notes.insert(.memberUnknown(member.name))
                }
            }
            reader = .values((items ?? [value])[...])
            format = items == nil ? .jsonLines : .jsonList
            return
        }
        format = .jsonLines
        if window.isAtEnd, case .failure(let flaw) = value, Self.isOneItem(head) {
            reader = .broken(flaw.description)
        } else {
            reader = .lines(JSONLinesReader(window))
        }
    }

    /// Whether the text is one item over several lines, rather than an item on each.
    private static func isOneItem(_ bytes: ArraySlice<UInt8>) -> Bool {
        let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
        return lines.count > 1 && lines.count { $0.first == UInt8(ascii: "{") } == 1
            && lines.first?.last { $0 > 0x20 } != UInt8(ascii: "}")
    }

    /// Where the elements begin, when the object opens with `"items": [`.
    private static func listStart(_ bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        for token in ["{", "\"items\"", ":", "["] {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
            guard rest.starts(with: token.utf8) else { return nil }
            rest = rest.dropFirst(token.utf8.count)
        }
        return rest.startIndex
    }

    mutating func next() throws -> IntakeRecord? {
        switch reader {
        case .values(var values):
            guard let value = values.popFirst() else { return nil }
            reader = .values(values)
            valueNumber += 1
            return record(value, number: valueNumber)
        case .broken(let reason):
            reader = .values([])
            return malformed(1, reason)
        case .list(var list):
            reader = .values([])
            defer { reader = .list(list) }
            return try list.next().map(record)
        case .lines(var lines):
            reader = .values([])
            defer { reader = .lines(lines) }
            return try lines.next().map(record)
        }
    }

    private func record(_ piece: JSONPiece) -> IntakeRecord {
        switch piece.content {
        case .flaw(let reason): return malformed(piece.number, reason)
        case .bytes(let bytes):
            do {
                return record(try JSONReader.read(bytes), number: piece.number)
            } catch {
                return malformed(piece.number, error.description)
            }
        }
    }

    private func record(_ value: JSONValue, number: Int) -> IntakeRecord {
        guard case .object = value else {
            return malformed(number, "expected an item, found \(value.kind)")
        }
        let (lodgement, findings) = LodgementReader.read(value)
        return IntakeRecord(
            rowNumbers: [number],
            key: lodgement.reference.map { .reference($0) } ?? .row(file: digest, number: number),
            lodgement: lodgement,
            findings: findings,
            rows: []
        )
    }

    private func malformed(_ number: Int, _ reason: String) -> IntakeRecord {
        IntakeRecord(
            rowNumbers: [number],
            key: .row(file: digest, number: number),
            lodgement: Lodgement(),
            findings: [
                Finding(.rowMalformed, at: "", ["row": String(number), "reason": reason])
            ],
            rows: []
        )
    }
}
