package import Mail
package import Messages

/// Writes an item's ITMATT, and says beforehand whether the message can carry what was declared.
package struct MessageStep: Sendable {
    private let itmatt: ITMATT

    package init(_ itmatt: ITMATT = ITMATT()) {
        self.itmatt = itmatt
    }

    /// One interchange with a message for each item; the first names the office, day and reference.
    ///
    /// - Throws: ``OfficeFault`` when an item does not fit, which its check should have said.
    package func edifact(_ records: [ItemRecord]) throws(OfficeFault) -> [UInt8] {
        let encoded = try encode(records).encoded
        guard let bytes = encoded.bytes else { throw Self.fault("nothing was written") }
        return bytes
    }

    /// The JSON twin of the item's message.
    package func json(_ record: ItemRecord) throws(OfficeFault) -> [UInt8] {
        let (encoded, header) = try encode([record])
        return itmatt.json(encoded, header)
    }

    private func encode(
        _ records: [ItemRecord]
    ) throws(OfficeFault) -> (encoded: ITMATT.Encoded, header: InterchangeHeader) {
        guard let first = records.first, let header = Self.header(first) else {
            throw Self.fault("no interchange header")
        }
        let encoded = itmatt.encode(records.map { ItemAttributes($0) }, header)
        guard encoded.refused.isEmpty, encoded.left.isEmpty else {
            throw Self.fault(
                encoded.refused.first.map { "\($0.item): \($0.findings)" } ?? "\(encoded.left)"
            )
        }
        return (encoded, header)
    }

    /// What of an item the message cannot carry.
    ///
    /// Correspondence has no message.
    package func findings(_ item: MailItem) -> [Finding] {
        guard item.declaration != nil, let probe = Self.probe else { return [] }
        let attributes = ItemAttributes(
            id: probe,
            recorded: Moment(milliseconds: 0),
            item: item
        )
        return itmatt.findings(attributes).map(Self.finding)
    }

    private static let probe = ItemID("RR473124829GB")

    private static func finding(_ finding: MessageFinding) -> Finding {
        switch finding.code {
        case .characterNotSendable(let scalar, let position):
            Finding(
                .characterNotSendable,
                at: finding.pointer,
                [
                    "character": String(Character(scalar)),
                    "codePoint": "U+" + String(scalar.value, radix: 16, uppercase: true),
                    "position": String(position),
                ]
            )
        case .valueTooLong(let found, let limit), .listTooLong(let found, let limit):
            Finding(
                .textDoesNotFit,
                at: finding.pointer,
                ["document": "ITMATT", "found": String(found), "limit": String(limit)]
            )
        default:
            Finding(
                .fieldMalformed,
                at: finding.pointer,
                ["expected": "a value the ITMATT carries", "found": finding.description]
            )
        }
    }

    private static func header(_ record: ItemRecord) -> InterchangeHeader? {
        guard let sender = InterchangeHeader.Address(record.office.country.code),
            let recipient = InterchangeHeader.Address(record.item.addressee.country.code),
            let reference = ControlReference(record.id.text)
        else { return nil }
        return InterchangeHeader(
            sender: sender,
            recipient: recipient,
            prepared: InterchangeHeader.Prepared(record.lodgedAt),
            reference: reference,
            application: "ITMATT",
            isTest: record.mode == .test
        )
    }

    private static func fault(_ detail: String) -> OfficeFault {
        OfficeFault(
            .messageRefused,
            "the item's message cannot be written: \(detail)",
            hint: "the message profile was changed after the item was lodged; restore it"
        )
    }
}
