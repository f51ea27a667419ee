import Mail

/// The members of a small body, each of them known; what is wrong with them is gathered.
struct BodyFields {
    private let json: JSONValue
    private var findings: [Finding] = []

    init(_ json: JSONValue, knowing names: [String]) {
        self.json = json
        guard case .object(let members) = json else {
            findings = [
                Finding(.fieldMalformed, at: "", ["expected": "object", "found": json.kind])
            ]
            return
        }
        for member in members where !names.contains(member.name) {
            findings.append(
                Finding(
                    .fieldUnknown,
                    at: "/" + JSONPointer.escaped(member.name),
                    ["name": member.name]
                )
            )
        }
    }

    /// A text of one line, white space around it dropped.
    mutating func text(_ name: String, isRequired: Bool, longest: Int = 500) -> String? {
        switch json[name] {
        case nil, .null?:
            if isRequired { refuse("/" + name, expected: "text", found: "nothing") }
            return nil
        case .string(let text)?:
            return line(text, at: "/" + name, isRequired: isRequired, longest: longest)
        case let other?:
            refuse("/" + name, expected: "text", found: other.kind)
            return nil
        }
    }

    /// A list of texts; empty where there is none.
    mutating func texts(_ name: String, atMost limit: Int) -> [String] {
        switch json[name] {
        case nil, .null?: return []
        case .array(let elements)? where elements.count <= limit:
            return elements.enumerated()
                .compactMap { index, element in
                    guard let text = element.text else {
                        refuse("/\(name)/\(index)", expected: "text", found: element.kind)
                        return nil
                    }
                    return line(text, at: "/\(name)/\(index)", isRequired: true, longest: 100)
                }
        case .array(let elements)?:
            refuse("/" + name, expected: "at most \(limit)", found: String(elements.count))
            return []
        case let other?:
            refuse("/" + name, expected: "list", found: other.kind)
            return []
        }
    }

    /// - Throws: ``APIRefusal`` `fields` with everything that is wrong.
    func finish() throws(APIRefusal) {
        guard findings.isEmpty else { throw .fields(findings) }
    }

    private mutating func line(
        _ text: String,
        at pointer: String,
        isRequired: Bool,
        longest: Int
    ) -> String? {
        guard let line = text.trimmed else {
            if isRequired { refuse(pointer, expected: "text", found: "nothing") }
            return nil
        }
        guard line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            refuse(pointer, expected: "text of one line", found: "a control character")
            return nil
        }
        guard line.utf8.count <= longest else {
            refuse(
                pointer,
                expected: "at most \(longest) bytes",
                found: String(line.utf8.count)
            )
            return nil
        }
        return line
    }

    mutating func refuse(_ pointer: String, expected: String, found: String) {
        findings.append(
            Finding(.fieldMalformed, at: pointer, ["expected": expected, "found": found])
        )
    }
}
