import Mail
import Yams

/// A node of the API's description, with its references followed.
struct DescribedNode {
    private let root: Node
    private let node: Node

    /// Nothing when the text is no YAML.
    init?(yaml: String) {
        guard let node = try? Yams.compose(yaml: yaml) else { return nil }
        root = node
        self.node = node
    }

    private init(root: Node, node: Node) {
        self.root = root
        self.node = node
    }

    subscript(_ name: String) -> DescribedNode? { resolved.child(name) }

    /// The member that stands here itself, beside a reference.
    func own(_ name: String) -> DescribedNode? { child(name) }

    /// The members in the order in which they are written.
    var members: [(name: String, value: DescribedNode)] {
        resolved.node.mapping?
            .compactMap { key, value in
                key.string.map { ($0, DescribedNode(root: root, node: value)) }
            } ?? []
    }

    var elements: [DescribedNode] {
        resolved.node.sequence?.map { DescribedNode(root: root, node: $0) } ?? []
    }

    var text: String? { node.scalar?.string }

    /// The last part of the reference that stands here, if one does.
    var referenceName: String? {
        node.mapping?["$ref"]?.string?.split(separator: "/").last.map(String.init)
    }

    /// The value as JSON, for examples.
    var json: JSONValue {
        switch node {
        case .mapping(let mapping):
            .object(
                mapping.compactMap { key, value in
                    key.string.map {
                        JSONValue.Member($0, DescribedNode(root: root, node: value).json)
                    }
                }
            )
        case .sequence(let sequence):
            .array(sequence.map { DescribedNode(root: root, node: $0).json })
        case .scalar(let scalar): Self.json(scalar, node)
        case .alias: .null
        }
    }

    private static func json(_ scalar: Node.Scalar, _ node: Node) -> JSONValue {
        guard scalar.style == .plain else { return .string(scalar.string) }
        if let number = node.int { return .integer(number) }
        if let flag = node.bool { return .bool(flag) }
        return node.null == nil ? .string(scalar.string) : .null
    }

    private func child(_ name: String) -> DescribedNode? {
        node.mapping?[name].map { DescribedNode(root: root, node: $0) }
    }

    /// What the reference that stands here points to; itself where none does.
    private var resolved: DescribedNode {
        guard let path = node.mapping?["$ref"]?.string, path.hasPrefix("#/") else { return self }
        var place = DescribedNode(root: root, node: root)
        for name in path.dropFirst(2).split(separator: "/") {
            guard let next = place.child(String(name)) else { return self }
            place = next
        }
        return place
    }
}
