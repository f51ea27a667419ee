import Yams

/// The API's description as one page that needs no script.
enum DocumentationPage {
    static func html(of yaml: String) -> String {
        ""
    }
}
