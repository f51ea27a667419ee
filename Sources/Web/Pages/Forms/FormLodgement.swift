import Mail

/// A lodgement as a form's fields: each is named by its way in the lodgement's JSON, with dots.
enum FormLodgement {
    private static let linePrefix = "contents.lines."

    /// The lodgement that the fields say, with what reading them showed to be wrong.
    static func read(_ values: FormValues) -> (lodgement: Lodgement, findings: [Finding]) {
        let root = Branch()
        for (name, value) in values.fields where value.trimmed != nil {
            guard isOfLodgement(name) else { continue }
            root.put(name.split(separator: ".")[...], value)
        }
        return LodgementReader.read(root.json)
    }

    /// Without content lines that say nothing, the others numbered from 0 without gaps, so that
    /// findings point at the fields that are shown.
    static func tidied(_ values: FormValues, removing removed: Int? = nil) -> FormValues {
        var tidied = FormValues()
        var lines: [Int: [(String, String)]] = [:]
        for (name, value) in values.fields {
            guard let (number, rest) = line(name) else {
                tidied.set(name, value)
                continue
            }
            lines[number, default: []].append((rest, value))
        }
        let kept = lines.sorted { $0.key < $1.key }
            .filter { number, fields in
                number != removed
                    && fields.contains { $0.0 != "currency" && $0.1.trimmed != nil }
            }
        for (number, line) in kept.enumerated() {
            for (rest, value) in line.value { tidied.set("\(linePrefix)\(number).\(rest)", value) }
        }
        return tidied
    }

    static func lineCount(_ values: FormValues) -> Int {
        (values.fields.compactMap { line($0.name)?.number }.max() ?? -1) + 1
    }

    /// The fields that say this lodgement.
    static func values(of lodgement: Lodgement) -> FormValues {
        var values = FormValues()
        put(lodgement.json, "", into: &values)
        return values
    }

    private static func put(_ json: JSONValue, _ name: String, into values: inout FormValues) {
        func inside(_ part: String) -> String { name.isEmpty ? part : name + "." + part }
        switch json {
        case .null, .bool: return
        case .number(let text), .string(let text): values.set(name, text)
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                put(element, inside(String(index)), into: &values)
            }
        case .object(let members):
            for member in members { put(member.value, inside(member.name), into: &values) }
        }
    }

    private static func line(_ name: String) -> (number: Int, rest: String)? {
        guard name.hasPrefix(linePrefix) else { return nil }
        let parts = name.dropFirst(linePrefix.count).split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]), (0..<1000).contains(number) else {
            return nil
        }
        return (number, String(parts[1]))
    }

    /// A form's own fields, such as the button that was pressed, are not the lodgement's.
    private static func isOfLodgement(_ name: String) -> Bool {
        guard name.utf8.count <= 64 else { return false }
        return name.contains(".")
            || [
                "customer", "reference", "product", "senderKind", "grossWeight", "dutiesPaidBy",
                "onNonDelivery", "postingDate", "senderReference",
            ]
            .contains(name)
    }
}

/// A JSON value that grows while fields are put into it.
private final class Branch {
    private var members: [(name: String, value: Branch)] = []
    private var text: String?

    func put(_ way: ArraySlice<Substring>, _ value: String) {
        guard let name = way.first else {
            text = value
            return
        }
        let branch: Branch
        if let known = members.first(where: { $0.name == name }) {
            branch = known.value
        } else {
            branch = Branch()
            members.append((String(name), branch))
        }
        branch.put(way.dropFirst(), value)
    }

    /// Members that are numbers make a list, in their order.
    var json: JSONValue {
        if let text, members.isEmpty { return .string(text) }
        let numbers = members.compactMap { Int($0.name) }
        if !members.isEmpty, numbers.count == members.count {
            return .array(
                zip(numbers, members).sorted { $0.0 < $1.0 }.map { $0.1.value.json }
            )
        }
        return .object(members.map { JSONValue.Member($0.name, $0.value.json) })
    }
}
