/// One message: `UNH`, what it says, `UNT`.
package struct Message: Hashable, Sendable {
    package let header: Segment
    package let body: [Segment]
    package let trailer: Segment

    init(header: Segment, body: [Segment], trailer: Segment) {
        self.header = header
        self.body = body
        self.trailer = trailer
    }

    /// A message of ours, with the count its trailer states.
    package init(reference: ControlReference, type: MessageType, body: [Segment]) {
        header = Segment(.unh, [[reference.text], type.components])
        self.body = body
        trailer = Segment(.unt, [[String(body.count + 2)], [reference.text]])
    }

    package var reference: String { header[1] }

    package var type: MessageType {
        MessageType(
            code: header[2, 1],
            version: header[2, 2],
            release: header[2, 3],
            agency: header[2, 4],
            association: header[2, 5]
        )
    }

    /// From header to trailer, as `UNT` counts them.
    package var segments: [Segment] { [header] + body + [trailer] }
}

/// What kind of message: S009 of `UNH`.
package struct MessageType: Hashable, Sendable {
    package let code: String
    package let version: String
    package let release: String
    package let agency: String
    /// Empty where the agency assigned none.
    package let association: String

    package init(
        code: String,
        version: String,
        release: String,
        agency: String,
        association: String = ""
    ) {
        self.code = code
        self.version = version
        self.release = release
        self.agency = agency
        self.association = association
    }

    /// `ITMATT:1:5:ZZ:PH1`.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (4...5).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(
            code: parts[0],
            version: parts[1],
            release: parts[2],
            agency: parts[3],
            association: parts.count == 5 ? parts[4] : ""
        )
    }

    package var components: [String] {
        [code, version, release, agency] + (association.isEmpty ? [] : [association])
    }

    package var text: String { components.joined(separator: ":") }
}

/// The name of an interchange or a message in its envelope: 1 to 14 characters of level A.
///
/// Source: data elements 0020 and 0062, an..14.
package struct ControlReference: Hashable, Sendable {
    package let text: String

    package init?(_ text: String) {
        guard (1...14).contains(text.utf8.count),
            RepertoireSet([.unoa]).having(text).contains(.unoa)
        else { return nil }
        self.text = text
    }

    /// Fourteen digits at most, without zeros in front.
    package init?(_ number: some BinaryInteger) {
        guard number >= 0 else { return nil }
        self.init(String(number))
    }
}
