import HTTPTypes
import Hummingbird

/// What one page shows inside the frame that all pages share.
struct Page {
    let template: String
    let title: String
    var values: [String: Any] = [:]
    var status: HTTPResponse.Status = .ok
    /// Where the page belongs in the main menu.
    var section: SiteMap?
    /// Larger type and one thing at a time, for pages that the public uses.
    var isCalm = false
    /// Dark, dense and wide, to be read from afar.
    var isBoard = false
    /// What the summary above the heading lists.
    var errors: [ErrorLink] = []
    /// What the page follows, if anything.
    var live: LiveBar?
}

/// One line of the error summary: the same words as beside the field that it leads to.
struct ErrorLink {
    let message: String
    /// `#` and the field's id, when the page has one.
    let href: String?

    init(_ message: String, field: String? = nil) {
        self.message = message
        href = field.map { "#" + Field.id($0) }
    }

    /// A line that leads to another page.
    init(_ message: String, leadingTo path: String?) {
        self.message = message
        href = path
    }
}
