import Mail
import Office

/// The documents of an item as a page offers them.
struct DocumentLink {
    let name: String
    let format: String
    let href: String
    let file: String
    let reprint: String?

    /// The item's own papers: its form, label and message, and its invoice where goods are sold.
    static func usual(_ record: ItemRecord) -> [DocumentKind] {
        var kinds: [DocumentKind] = []
        if let form = record.decision.form.document { kinds.append(form) }
        kinds.append(.label)
        if record.item.declaration != nil { kinds.append(.invoice) }
        return kinds
    }

    /// Every kind that the item has.
    static func all(_ record: ItemRecord) -> [DocumentKind] {
        PrintStep.all(for: record)
    }

    init(_ kind: DocumentKind, of id: ItemID, _ words: WordList, canReprint: Bool) {
        let parts = kind.rawValue.split(separator: ".")
        name = words("doc_\(parts[0])")
        format = parts[1].uppercased()
        href = SiteMap.itemDocument.path(id.text, kind.rawValue)
        file = kind.fileName(id)
        reprint = canReprint ? SiteMap.itemReprint.path(id.text, kind.rawValue) : nil
    }
}
