import Mail
import Office

/// What visitors have answered so far, until they have a draft code.
///
/// A token in the address names the answers and opens them, so that going back, reloading and
/// bookmarks work, a restart forgets nothing, and no cookie holds anybody's data. On the disk they
/// are sealed under that token, which nobody but the visitor has (`Office/Keep`).
struct SendBook: Sendable {
    enum State: Sendable {
        case answering(FormValues)
        case saved(DraftCode)
    }

    private static let shelf = KeptShelf.answers
    /// Bytes of one visitor's answers.
    private static let sheetLimit = 16 * 1024

    let office: ServedOffice

    func begin(_ token: String, _ values: FormValues) throws {
        try office.kept.begin(
            token,
            on: Self.shelf,
            Self.bytes(.answering(values)),
            at: office.clock.now()
        )
    }

    func state(_ token: String) throws -> State? {
        try office.kept.head(token, on: Self.shelf, at: office.clock.now()).flatMap(Self.state)
    }

    /// Keeps the answers as they are now.
    ///
    /// - Throws: ``WebRefusal`` `bodyTooLarge`; `notFound` when they were forgotten meanwhile.
    func keep(_ state: State, under token: String) throws {
        let bytes = Self.bytes(state)
        guard bytes.count <= Self.sheetLimit else {
            throw WebRefusal.bodyTooLarge(limit: Self.sheetLimit)
        }
        let now = office.clock.now()
        guard try office.kept.replace(token, on: Self.shelf, bytes, at: now) else {
            throw WebRefusal.notFound
        }
    }

    private static func bytes(_ state: State) -> [UInt8] {
        let json: JSONValue =
            switch state {
            case .answering(let values):
                .members([
                    (
                        "answers",
                        .array(
                            values.fields.map { .array([.string($0.name), .string($0.value)]) }
                        )
                    )
                ])
            case .saved(let code): .members([("saved", .string(code.text))])
            }
        return Array(JSONText.write(json).utf8)
    }

    private static func state(_ bytes: [UInt8]) -> State? {
        guard let json = try? JSONReader.read(bytes) else { return nil }
        if let code = json["saved"]?.text.flatMap({ DraftCode($0) }) { return .saved(code) }
        guard let answers = json["answers"]?.elements else { return nil }
        var values = FormValues()
        for answer in answers {
            guard let pair = answer.elements, pair.count == 2, let name = pair[0].text,
                let value = pair[1].text
            else { return nil }
            values.set(name, value)
        }
        return .answering(values)
    }
}
