import HTTPTypes
import Mail

/// The API's description as one page that needs no script.
struct DocumentationPage {
    static let methods = ["get", "put", "post", "delete"]

    private let root: DescribedNode

    /// The page; empty when the text is no YAML, which a test rules out.
    static func html(of yaml: String) -> String {
        guard let root = DescribedNode(yaml: yaml) else { return "" }
        return DocumentationPage(root: root).html
    }

    private var html: String {
        let title = Markup.escaped(root["info"]?["title"]?.text ?? "")
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(title)</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>\(DocumentationStyle.css)</style></head>
            <body><a class="skip" href="#operations">Skip to the operations</a>
            <header><h1>\(title)</h1>
            <p>\(Markup.inline(root["info"]?["summary"]?.text ?? ""))</p>
            <p><a href="/openapi.yaml">OpenAPI 3.1</a> · <a href="#operations">Operations</a> ·
            <a href="#schemas">Shapes</a> · <a href="#problems">Problems</a></p></header>
            <main>
            \(Markup.paragraphs(root["info"]?["description"]?.text ?? ""))
            <nav aria-label="Operations"><h2>Contents</h2>\(contents)</nav>
            <section id="operations">\(operations)</section>
            <section id="schemas"><h2>Shapes</h2>\(schemas)</section>
            <section id="problems"><h2>Problems</h2>\(problems)</section>
            </main></body></html>
            """
    }

    /// Every operation with its address, in the order of the description.
    private var all: [(method: String, path: String, operation: DescribedNode)] {
        (root["paths"]?.members ?? [])
            .flatMap { path, address in
                Self.methods.compactMap { method in
                    address[method].map { (method, path, $0) }
                }
            }
    }

    private func anchor(_ operation: DescribedNode) -> String {
        Markup.escaped(operation["operationId"]?.text ?? "")
    }

    private var contents: String {
        let tags = root["tags"]?.elements.compactMap { $0["name"]?.text } ?? []
        return
            tags.map { tag in
                let links = all.filter { $0.operation["tags"]?.elements.first?.text == tag }
                    .map { method, path, operation in
                        "<li><a href=\"#\(anchor(operation))\">"
                            + Markup.escaped(operation["summary"]?.text ?? "")
                            + "</a> <code>\(method.uppercased()) \(Markup.escaped(path))</code></li>"
                    }
                return "<h3>\(Markup.escaped(tag))</h3><ul>\(links.joined())</ul>"
            }
            .joined()
    }

    private var operations: String {
        all.map { method, path, operation in
            let parameters =
                (root["paths"]?[path]?["parameters"]?.elements ?? [])
                + (operation["parameters"]?.elements ?? [])
            return """
                <article id="\(anchor(operation))">
                <h2>\(Markup.escaped(operation["summary"]?.text ?? ""))</h2>
                <p class="address"><b class="\(method)">\(method.uppercased())</b>
                <code>\(Markup.escaped(path))</code></p>
                \(Markup.paragraphs(operation["description"]?.text ?? ""))
                \(table(of: parameters))\(body(of: operation))\(responses(of: operation))
                </article>
                """
        }
        .joined(separator: "\n")
    }

    private func table(of parameters: [DescribedNode]) -> String {
        guard !parameters.isEmpty else { return "" }
        let rows = parameters.map { parameter in
            "<tr><th scope=\"row\"><code>\(Markup.escaped(parameter["name"]?.text ?? ""))</code>"
                + (parameter["required"]?.text == "true" ? " <em>required</em>" : "")
                + "</th><td>\(Markup.escaped(parameter["in"]?.text ?? ""))</td><td>"
                + SchemaMarkup.type(parameter["schema"]) + "</td><td>"
                + Markup.inline(parameter["description"]?.text ?? "") + "</td></tr>"
        }
        return """
            <h3>Parameters</h3><table><thead><tr><th scope="col">Name</th><th scope="col">In</th>
            <th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
            <tbody>\(rows.joined())</tbody></table>
            """
    }

    private func body(of operation: DescribedNode) -> String {
        guard let content = operation["requestBody"]?["content"]?.members.first else { return "" }
        let example =
            content.value["example"]
            ?? content.value["examples"]?.members.first?.value["value"]
        return "<h3>Body</h3><p><code>\(Markup.escaped(content.name))</code> "
            + SchemaMarkup.type(content.value["schema"]) + "</p>"
            + SchemaMarkup.members(of: content.value["schema"])
            + (example.map { "<pre>\(Markup.escaped(JSONPrint.pretty($0.json)))</pre>" } ?? "")
    }

    private func responses(of operation: DescribedNode) -> String {
        let rows = (operation["responses"]?.members ?? [])
            .map { status, response in
                let types = (response["content"]?.members ?? [])
                    .map { type, content in
                        "<code>\(Markup.escaped(type))</code> "
                            + SchemaMarkup.type(content["schema"])
                    }
                return "<tr><th scope=\"row\">\(Markup.escaped(status))</th><td>"
                    + Markup.inline(response["description"]?.text ?? "") + "</td><td>"
                    + types.joined(separator: "<br>") + "</td></tr>"
            }
        return """
            <h3>Answers</h3><table><thead><tr><th scope="col">Status</th>
            <th scope="col">Meaning</th><th scope="col">Body</th></tr></thead>
            <tbody>\(rows.joined())</tbody></table>
            """
    }

    private var schemas: String {
        (root["components"]?["schemas"]?.members ?? [])
            .map { name, schema in
                "<article id=\"schema-\(Markup.escaped(name))\"><h3>\(Markup.escaped(name))</h3>"
                    + Markup.paragraphs(schema["description"]?.text ?? "")
                    + (schema["properties"] == nil
                        ? "<p>\(SchemaMarkup.shape(schema))</p>" : SchemaMarkup.members(of: schema))
                    + "</article>"
            }
            .joined(separator: "\n")
    }

    private var problems: String {
        ProblemCode.allCases
            .map { code in
                let text = ProblemText.of(code, .english)
                return """
                    <article id="problem-\(code.rawValue)"><h3><code>\(code.rawValue)</code>
                    \(code.status.code)</h3><p><b>\(Markup.escaped(text.title)).</b>
                    \(Markup.escaped(text.detail))</p><p>\(Markup.escaped(text.remedy))</p></article>
                    """
            }
            .joined(separator: "\n")
    }
}
