extension Profile {
    /// The ITMATT layout we ship; see ``ITMATTLayout``.
    package static let itmatt: Profile = {
        do {
            return try Profile(ITMATTLayout.text)
        } catch {
            preconditionFailure("the layout that is shipped can be read, not: \(error)")
        }
    }()
}
