import Mustache

/// The templates of the pages, parsed once.
enum PageTemplates {
    static let library: MustacheLibrary = {
        MustacheContentTypes.register(PageText(), named: "PAGE")
        var library = MustacheLibrary()
        for asset in Asset.all where asset.path.hasPrefix("templates/") {
            let name = asset.path.dropFirst("templates/".count).dropLast(".mustache".count)
            do {
                try library.register("{{% CONTENT_TYPE:PAGE}}\n" + asset.text, named: String(name))
            } catch {
                preconditionFailure("\(asset.path): \(error)")
            }
        }
        return library
    }()

    static func render(_ name: String, _ values: [String: Any]) -> String {
        guard let page = library.render(values, withTemplate: name) else {
            preconditionFailure("no template \(name)")
        }
        return page
    }
}

/// Escapes text for HTML scalar by scalar.
///
/// The library's own escaping looks at characters as people see them: a quotation mark with an
/// accent on it is another character there, stays as it is, and ends an attribute in a browser.
struct PageText: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
