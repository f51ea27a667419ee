package import Mail

/// Where the public is told, and by whom.
package struct AdvisorySettings: Hashable, Sendable {
    /// The folder that the static copy of the status pages is kept in; nothing where none is.
    package let site: String?
    /// Where the public reads the status, such as `https://status.post.example`; without a slash at its end.
    package let address: String?
    /// Whose name messages to senders bear; nothing where none was set.
    package let from: MailAddress?

    /// - Throws: ``OfficeSettings/Flaw`` for an address that is none.
    init(_ table: SettingTable, root: String) throws(OfficeSettings.Flaw) {
        site = table[.statusSite].map { $0.text.hasPrefix("/") ? $0.text : root + "/" + $0.text }
        address = try table[.statusAddress]
            .map { value throws(OfficeSettings.Flaw) in
                let isLocal = value.text.hasPrefix("http://localhost")
                guard isLocal || WebLink(value.text) != nil, !value.text.hasPrefix("mailto:") else {
                    throw OfficeSettings.Flaw(
                        description: "\(value.origin): status-address: expected an https address, "
                            + "found '\(value.text)'",
                        hint: "such as https://status.post.example"
                    )
                }
                return value.text.hasSuffix("/") ? String(value.text.dropLast()) : value.text
            }
        from = try table[.mailFrom]
            .map { value throws(OfficeSettings.Flaw) in
                guard let address = MailAddress(value.text) else {
                    throw OfficeSettings.Flaw(
                        description: "\(value.origin): mail-from: expected an address of mail, "
                            + "found '\(value.text)'",
                        hint: "such as news@post.example"
                    )
                }
                return address
            }
    }
}
