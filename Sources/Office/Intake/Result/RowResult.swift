package import Mail

/// What became of a record, as its rows say it in the result file.
package struct RowResult: Hashable, Sendable {
    package let status: RowStatus
    package let codes: [FindingCode]
    /// One message for each code, in the customer's language.
    package let messages: [String]
    package let item: ItemID?

    package init(status: RowStatus, codes: [FindingCode], messages: [String], item: ItemID?) {
        self.status = status
        self.codes = codes
        self.messages = messages
        self.item = item
    }
}

/// Lodging the same rows again gives the same word, so the result file of a second run is the same.
package enum RowStatus: String, Hashable, Sendable, CaseIterable {
    case lodged
    case held
    case refused
}
