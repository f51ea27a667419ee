import Mail

extension ITMATT {
    /// The JSON twin of an interchange: the same content, read back out of the message itself.
    ///
    /// - Throws: ``SyntaxFault`` for bytes that are no interchange; what ``encode(_:_:)`` wrote is.
    package func json(_ bytes: [UInt8]) throws(SyntaxFault) -> [UInt8] {
        let interchanges = try EDIFACTReader.read(bytes.span).interchanges
        guard let interchange = interchanges.first else { return [] }
        let items = interchange.messages.map { decode($0).fields }
        return CanonicalJSON.write(
            .members([
                (
                    "interchange",
                    .members([
                        ("recipient", .string(interchange.header[3])),
                        ("reference", .string(interchange.reference)),
                        ("sender", .string(interchange.header[2])),
                        ("test", .bool(interchange.isTest)),
                    ])
                ), ("items", .array(items)), ("message", .string(profile.type.text)),
                (
                    "profile",
                    .members([
                        ("edition", .string(profile.edition)), ("name", .string(profile.name)),
                        ("status", .string(profile.status.rawValue)),
                    ])
                ),
            ])
        )
    }
}
