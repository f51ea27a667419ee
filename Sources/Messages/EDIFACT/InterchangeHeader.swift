package import Mail

/// What `UNB` says of an interchange of ours.
package struct InterchangeHeader: Hashable, Sendable {
    package let sender: Address
    package let recipient: Address
    package let prepared: Prepared
    package let reference: ControlReference
    /// What kind of messages the interchange holds (data element 0026); an..14.
    package let application: String?
    package let isTest: Bool

    /// Who an interchange is from or for: an identification (an..35) and the code of who gave it.
    package struct Address: Hashable, Sendable {
        package let identification: String
        package let qualifier: String?

        package init?(_ identification: String, qualifier: String? = nil) {
            guard (1...35).contains(identification.unicodeScalars.count),
                (qualifier ?? "0").utf8.count <= 4
            else { return nil }
            self.identification = identification
            self.qualifier = qualifier
        }
    }

    /// When an interchange was prepared, to the minute, in UTC.
    package struct Prepared: Hashable, Sendable {
        package let date: String
        package let time: String

        package init(_ moment: Moment) {
            let digits = moment.secondsText.filter(\.isNumber)
            date = String(digits.prefix(8))
            time = String(digits.dropFirst(8).prefix(4))
        }
    }

    package init(
        sender: Address,
        recipient: Address,
        prepared: Prepared,
        reference: ControlReference,
        application: String?,
        isTest: Bool
    ) {
        self.sender = sender
        self.recipient = recipient
        self.prepared = prepared
        self.reference = reference
        self.application = application
        self.isTest = isTest
    }

    /// All that the header writes, for choosing a level.
    var characters: String {
        (sender.components + recipient.components + [reference.text, application ?? ""]).joined()
    }

    /// The segment under a level.
    ///
    /// Version 4 writes the century, earlier versions do not.
    func segment(_ repertoire: Repertoire) -> Segment {
        let version = repertoire.syntaxVersion
        let date = version < 4 ? String(prepared.date.dropFirst(2)) : prepared.date
        var elements = [
            [repertoire.rawValue, String(version)], sender.components, recipient.components,
            [date, prepared.time], [reference.text],
        ]
        if application != nil || isTest { elements += [[""], [application ?? ""]] }
        if isTest { elements += [[""], [""], [""], ["1"]] }
        return Segment(.unb, elements)
    }
}

extension InterchangeHeader.Address {
    var components: [String] { [identification] + (qualifier.map { [$0] } ?? []) }
}
