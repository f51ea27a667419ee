package import Mail

/// What an operator may set; nothing a recorded item needs.
package struct OfficeSettings: Hashable, Sendable {
    /// Every key with one value, as it was set.
    package let table: SettingTable

    /// Copies of a customs form by destination; `default` where a destination has no row.
    package let copies: [DeclarationForm: [String: Int]]

    /// The label stock in the office's printers.
    package let label: LabelFormat

    /// Hours and days as the office counts them.
    package let calendar: OfficeCalendar

    package let serve: ServeSettings

    /// Where copies of keys are kept.
    package let escrows: EscrowSettings

    /// Who vouches for the journal's growth.
    package let witnesses: WitnessSettings

    package let webhooks: WebhookSettings

    package let watch: WatchSettings

    /// Where the public is told, and by whom.
    package let advisories: AdvisorySettings

    /// The printers, in the order in which they stand there.
    package let printers: [Printer]

    /// Reads the text of `office.yaml`, then what overrules it.
    ///
    /// Relative paths start at `root`, the office's directory.
    ///
    /// - Throws: ``Flaw`` for a key that means nothing or a value that cannot be.
    package init(
        yaml: String = "",
        sources: SettingSources = .file,
        root: String = "."
    ) throws(Flaw) {
        let file = try SettingFile(yaml: yaml)
        table = try SettingTable(file, sources)
        copies = try CopiesTable.read(file.tables["copies"])
        label = LabelFormat(rawValue: table.text(.label)) ?? .mm100x150
        guard let calendar = OfficeCalendar(table.text(.timeZone)) else {
            preconditionFailure("the table takes only time zones that there are")
        }
        self.calendar = calendar
        webhooks = WebhookSettings(table)
        watch = WatchSettings(table)
        advisories = AdvisorySettings(table, root: root)
        printers = try PrinterSettings.read(file.tables["printers"], root: root)
        serve = try ServeSettings(table, root: root)
        escrows = try EscrowSettings(file.tables["escrows"])
        witnesses = try WitnessSettings(file.tables["witnesses"])
    }

    /// How many copies of that form go with an item to that destination.
    package func copies(of form: DeclarationForm, to destination: Country) -> Int {
        let table = copies[form, default: [:]]
        return table[destination.code] ?? table["default"] ?? 1
    }
}
