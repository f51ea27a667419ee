/// The digests of documents when they were first issued.
package struct DocumentsIssued: Hashable, Sendable {
    package let item: ItemID
    /// SHA-256 in lower-case hexadecimal, by kind.
    package let digests: [DocumentKind: String]

    package init(item: ItemID, digests: [DocumentKind: String]) {
        self.item = item
        self.digests = digests
    }
}

/// That documents were printed again.
package struct DocumentsReprinted: Hashable, Sendable {
    package let item: ItemID
    package let kinds: [DocumentKind]
    package let at: Moment

    package init(item: ItemID, kinds: [DocumentKind], at: Moment) {
        self.item = item
        self.kinds = kinds
        self.at = at
    }
}
