import Mail

/// What every form is made of: an item, its number, and who issues it, on which day.
struct Paper {
    let id: ItemID
    let item: MailItem
    let decision: FormDecision
    let office: OfficeProfile
    let languages: FormLanguages
    /// The stated day of posting, else the day of lodgement in UTC.
    let day: CalendarDay
    let lodgedAt: Moment
    let table: PrintTable

    init(_ source: DocumentSource, _ table: PrintTable) {
        self.init(
            id: source.record.id,
            item: source.record.item,
            decision: source.record.decision,
            office: source.office,
            lodgedAt: source.record.lodgedAt,
            table
        )
    }

    init(
        id: ItemID,
        item: MailItem,
        decision: FormDecision,
        office: OfficeProfile,
        lodgedAt: Moment,
        _ table: PrintTable
    ) {
        self.id = id
        self.item = item
        self.decision = decision
        self.office = office
        self.table = table
        languages = FormLanguages(office.language)
        day = item.postingDate ?? lodgedAt.day
        self.lodgedAt = lodgedAt
    }

    /// The declaration of a form that cannot be drawn without one.
    var declaration: Declaration {
        guard let declaration = item.declaration else {
            preconditionFailure("a customs form is drawn for goods")
        }
        return declaration
    }

    /// The totals of the declaration: one amount, or one for each currency.
    var totalValue: String { declaration.totals.map(\.text).joined(separator: " + ") }
}
