import Mail

/// An object while its members arrive, by path.
struct FieldTree {
    private var members: [String: Entry] = [:]

    private indirect enum Entry {
        case value(JSONValue)
        case tree(FieldTree)
    }

    subscript(path: FieldPath) -> JSONValue? {
        get { self[path.names[...]] }
        set { self[path.names[...]] = newValue }
    }

    /// The object, its members in canonical order.
    var value: JSONValue {
        .object(
            members.sorted { $0.key < $1.key }
                .map { name, entry in
                    switch entry {
                    case .value(let value): JSONValue.Member(name, value)
                    case .tree(let tree): JSONValue.Member(name, tree.value)
                    }
                }
        )
    }

    private subscript(names: ArraySlice<String>) -> JSONValue? {
        get {
            guard let name = names.first, let entry = members[name] else { return nil }
            switch entry {
            case .value(let value): return names.count == 1 ? value : nil
            case .tree(let tree): return names.count == 1 ? tree.value : tree[names.dropFirst()]
            }
        }
        set {
            guard let name = names.first else { return }
            if names.count == 1 {
                members[name] = newValue.map { .value($0) }
                return
            }
            var tree = FieldTree()
            if case .tree(let there) = members[name] { tree = there }
            tree[names.dropFirst()] = newValue
            members[name] = .tree(tree)
        }
    }
}
