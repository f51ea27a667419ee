import Mail

// What of an item a profile carries: the JSON twin of a message holds that and nothing else.
extension Profile {
    /// The fields of an item that a message by this profile holds.
    func content(_ fields: JSONValue) -> JSONValue {
        carriesEverything ? fields : fields.keeping(carried, at: "") ?? .object([])
    }

    /// The full paths of the fields that the lines name.
    static func carried(by nodes: [Node], below base: [String] = []) -> Set<String> {
        var paths: Set<String> = []
        for node in nodes {
            switch node {
            case .group(let group):
                paths.formUnion(carried(by: group.nodes, below: base + group.path.names))
            case .segment(let template):
                for slot in template.slots {
                    guard case .field(let field) = slot.content, !field.format.isTurn else {
                        continue
                    }
                    paths.insert((base + field.path.names).joined(separator: "."))
                }
            }
        }
        return paths
    }
}

extension JSONValue {
    /// The value with only those members whose path is kept; `nil` when nothing is left of it.
    fileprivate func keeping(_ paths: Set<String>, at path: String) -> JSONValue? {
        if paths.contains(path) { return self }
        switch self {
        case .object(let members):
            let kept = members.compactMap { member in
                let inner = path.isEmpty ? member.name : path + "." + member.name
                return member.value.keeping(paths, at: inner)
                    .map { JSONValue.Member(member.name, $0) }
            }
            return kept.isEmpty ? nil : .object(kept)
        case .array(let elements):
            let kept = elements.compactMap { $0.keeping(paths, at: path) }
            return kept.isEmpty ? nil : .array(kept)
        default: return nil
        }
    }
}
