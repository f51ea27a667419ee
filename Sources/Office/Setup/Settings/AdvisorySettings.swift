package import Mail

/// Where the public is told, and by whom.
package struct AdvisorySettings: Hashable, Sendable {
    /// The folder that the static copy of the status pages is kept in; nothing where none is.
    package let site: String?
    /// Where the public reads the status, such as `https://status.post.example`; without a slash at
    /// its end.
    package let address: String?
    /// Whose name messages to senders bear; nothing where none was set.
    package let from: MailAddress?

    init(_ table: SettingTable, root: String) {
        site = table[.statusSite]
            .map { $0.text.hasPrefix("/") ? $0.text : root + "/" + $0.text }
        address = table[.statusAddress]
            .map { $0.text.hasSuffix("/") ? String($0.text.dropLast()) : $0.text }
        from = table[.mailFrom].flatMap { MailAddress($0.text) }
    }
}
