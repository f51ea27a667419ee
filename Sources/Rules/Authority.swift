package import Mail

/// Where a rule or a table has its facts from.
package struct Authority: Hashable, Sendable {
    /// The text, with edition or article.
    package let text: String
    /// The day to which our reading of it stands.
    package let retrieved: CalendarDay

    package init(_ text: String, retrieved: CalendarDay = .on("2026-11-23")) {
        self.text = text
        self.retrieved = retrieved
    }
}

extension CalendarDay {
    /// A day that a table states: one written wrong stops the program when it starts.
    package static func on(_ text: String) -> CalendarDay {
        guard let day = CalendarDay(text) else {
            preconditionFailure("a table states days as YYYY-MM-DD, not '\(text)'")
        }
        return day
    }
}
