package import Mail
import Messages

/// One file of an item.
package struct IssuedFile: Sendable {
    package let kind: DocumentKind
    package let bytes: [UInt8]
}

/// Makes an item's files from its record: pure, so it runs on all cores, and for ever the same.
package struct PrintStep: Sendable {
    package let press: DocumentSet
    package let messages: MessageStep

    package init(press: DocumentSet, messages: MessageStep) {
        self.press = press
        self.messages = messages
    }

    /// The kinds written when an item is lodged: its form, its label, its message.
    package static func usual(for record: ItemRecord) -> [DocumentKind] {
        var kinds = [record.decision.form.document, .label].compactMap(\.self)
        if record.item.declaration != nil { kinds.append(.itmattEDI) }
        return kinds
    }

    /// Every kind the item can have.
    package static func all(for record: ItemRecord) -> [DocumentKind] {
        let message: [DocumentKind] =
            record.item.declaration == nil ? [] : [.itmattEDI, .itmattJSON]
        return DocumentSet.kinds(for: DocumentSource(record)) + message
    }

    package func files(
        for record: ItemRecord,
        _ kinds: [DocumentKind]
    ) throws -> [IssuedFile] {
        try kinds.map { kind in
            let bytes =
                switch kind {
                case .itmattEDI: try messages.edifact([record])
                case .itmattJSON: try messages.json(record)
                default: try press.bytes(kind, for: DocumentSource(record))
                }
            return IssuedFile(kind: kind, bytes: bytes)
        }
    }
}
