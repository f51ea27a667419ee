import Mail

// The JSON twin: the same content as the message, in RFC 8785 form.
extension ITMATT {
    /// The twin of an interchange of ours.
    package func json(_ encoded: Encoded, _ header: InterchangeHeader) -> [UInt8] {
        twin(
            reference: header.reference.text,
            sender: header.sender.identification,
            recipient: header.recipient.identification,
            isTest: header.isTest,
            contents: encoded.contents
        )
    }

    /// The twin of an interchange that was received, from what its messages say.
    package func json(_ interchange: Interchange) -> [UInt8] {
        twin(
            reference: interchange.reference,
            sender: interchange.header[2],
            recipient: interchange.header[3],
            isTest: interchange.isTest,
            contents: interchange.messages.map { decode($0).fields }
        )
    }

    private func twin(
        reference: String,
        sender: String,
        recipient: String,
        isTest: Bool,
        contents: [JSONValue]
    ) -> [UInt8] {
        let interchange: JSONValue = .members([
            ("recipient", .string(recipient)), ("reference", .string(reference)),
            ("sender", .string(sender)), ("test", .bool(isTest)),
        ])
        let layout: JSONValue = .members([
            ("edition", .string(profile.edition)), ("name", .string(profile.name)),
            ("status", .string(profile.status.rawValue)),
        ])
        return CanonicalJSON.write(
            .members([
                ("interchange", interchange), ("items", .array(contents)),
                ("message", .string(profile.type.text)), ("profile", layout),
            ])
        )
    }
}
