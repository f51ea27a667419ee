/// JSON Schema in words.
enum SchemaMarkup {
    /// A type in a few words, references as links.
    static func type(_ schema: DescribedNode?) -> String {
        guard let schema else { return "" }
        if let name = schema.referenceName {
            return "<a href=\"#schema-\(Markup.escaped(name))\">\(Markup.escaped(name))</a>"
        }
        return shape(schema)
    }

    /// What may stand there, without the name it goes by.
    static func shape(_ schema: DescribedNode) -> String {
        for (keyword, word) in [("anyOf", " or "), ("oneOf", " or "), ("allOf", " with ")] {
            guard let parts = schema[keyword]?.elements, schema["type"] == nil else { continue }
            return parts.map(type).joined(separator: word)
        }
        if let values = schema["enum"]?.elements {
            return values.map { "<code>\(Markup.escaped($0.text ?? ""))</code>" }
                .joined(separator: ", ")
        }
        if let value = schema["const"]?.text { return "<code>\(Markup.escaped(value))</code>" }
        if let items = schema["items"] { return "list of " + type(items) }
        let types = schema["type"]?.elements.compactMap(\.text) ?? []
        let named = types.isEmpty ? [schema["type"]?.text ?? "any"] : types
        let pattern = schema["pattern"]?.text.map { " <code>\(Markup.escaped($0))</code>" } ?? ""
        return Markup.escaped(named.joined(separator: " or ")) + pattern
    }

    /// The members of an object as a list.
    static func members(of schema: DescribedNode?) -> String {
        guard let schema, schema.referenceName == nil,
            let members = schema["properties"]?.members, !members.isEmpty
        else { return "" }
        let required = Set(schema["required"]?.elements.compactMap(\.text) ?? [])
        let rows = members.map { name, member in
            let meaning = (member.own("description") ?? member["description"])?.text ?? ""
            return "<dt><code>\(Markup.escaped(name))</code> \(type(member))"
                + (required.contains(name) ? " <em>required</em>" : "")
                + "</dt><dd>\(Markup.inline(meaning))</dd>"
        }
        return "<dl>\(rows.joined())</dl>"
    }
}
