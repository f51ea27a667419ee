package import Mail

/// ITMATT: the attributes of items, from post to post, one message an item.
package struct ITMATT: Sendable {
    package let profile: Profile
    /// The levels the partner reads, of those the profile allows.
    package let partnerLevels: RepertoireSet

    package init(profile: Profile = .itmatt, partnerLevels: RepertoireSet = .written) {
        self.profile = profile
        self.partnerLevels = partnerLevels
    }

    /// An interchange, and what became of each item that was to go into it.
    package struct Encoded: Hashable, Sendable {
        /// The file; `nil` when no item fitted.
        package let bytes: [UInt8]?
        package let items: [ItemID]
        /// Items that the layout or the partner's level cannot carry, with why.
        package let refused: [Refused]
        /// Items that share no level with those written; they go into the next interchange.
        package let left: [ItemID]
        /// The fields that each message holds, in the order of ``items``.
        package let contents: [JSONValue]
    }

    package struct Refused: Hashable, Sendable {
        package let item: ItemID
        package let findings: [MessageFinding]
    }

    /// Writes items as one interchange, in the smallest level that has their characters.
    ///
    /// Message references count from 1; everything else that must differ between interchanges comes
    /// with the header, so that the same input gives the same bytes.
    package func encode(_ items: [ItemAttributes], _ header: InterchangeHeader) -> Encoded {
        var levels = profile.levels.intersection(partnerLevels).having(header.characters)
        var messages: [Message] = []
        var written: [ItemID] = []
        var refused: [Refused] = []
        var left: [ItemID] = []
        var contents: [JSONValue] = []
        for item in items {
            var encoder = ProfileEncoder(profile, allowed: partnerLevels)
            let fields = item.fields
            encoder.write(fields)
            guard encoder.findings.isEmpty else {
                refused.append(Refused(item: item.id, findings: encoder.findings))
                continue
            }
            let shared = levels.intersection(encoder.levels)
            guard !shared.isEmpty, let reference = ControlReference(messages.count + 1) else {
                left.append(item.id)
                continue
            }
            levels = shared
            written.append(item.id)
            contents.append(profile.content(fields))
            messages.append(
                Message(reference: reference, type: profile.type, body: encoder.segments)
            )
        }
        let level = messages.isEmpty ? nil : levels.smallest
        let bytes = level.map { Interchange.write(header, messages, $0) }
        return Encoded(
            bytes: bytes,
            items: written,
            refused: refused,
            left: left,
            contents: contents
        )
    }

    /// Why an item could not be written, in whichever interchange; nothing when it can.
    package func findings(_ item: ItemAttributes) -> [MessageFinding] {
        var encoder = ProfileEncoder(profile, allowed: partnerLevels)
        encoder.write(item.fields)
        return encoder.findings
    }

    /// What one message says: its fields as JSON, the item they make, and what is wrong.
    package struct Decoded: Hashable, Sendable {
        package let reference: String
        package let fields: JSONValue
        package let item: ItemAttributes?
        package let findings: [MessageFinding]
    }

    package func decode(_ message: Message) -> Decoded {
        guard message.type.code == profile.type.code else {
            let finding = MessageFinding(
                code: .messageTypeUnknown(message.type.text),
                pointer: "",
                segment: 1
            )
            return Decoded(
                reference: message.reference,
                fields: .object([]),
                item: nil,
                findings: [finding]
            )
        }
        var decoder = ProfileDecoder(profile, message)
        let fields = decoder.read()
        let item = ItemAttributes(fields)
        var findings = decoder.findings
        if item == nil, findings.isEmpty {
            findings.append(MessageFinding(code: .itemMalformed, pointer: "", segment: nil))
        }
        return Decoded(
            reference: message.reference,
            fields: fields,
            item: item,
            findings: findings
        )
    }
}
