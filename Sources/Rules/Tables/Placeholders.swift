/// Words that stand in a party's field to get past it.
///
/// Source: the EU's ICS2 guidance applies its stop words to party fields ("private", "unknown",
/// "N/A"); the others are ours. Null, None and Na are names of people and places, so they count
/// only as the whole of a name, never of a place.
package enum Placeholders {
    package static func isPlaceholder(_ text: String, isPlace: Bool) -> Bool {
        // A long text is no placeholder, and most texts are longer than the longest of them.
        guard text.utf8.count <= 32 else { return false }
        let key = key(text)
        if key.isEmpty { return true }
        if everywhere.contains(key) { return true }
        return !isPlace && names.contains(key)
    }

    /// The letters and digits in lower case: `N/A`, `n.a.` and `NA` are one.
    private static func key(_ text: String) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(32)
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                switch byte {
                case 0x61...0x7A, 0x30...0x39: key.append(byte)
                case 0x41...0x5A: key.append(byte + 0x20)
                default: continue
                }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.isEmojiPresentation
            {
                key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static let everywhere = words(
        """
        unknown notapplicable notavailable notknown notprovided notgiven nodata tobeadvised \
        tobeconfirmed tobedetermined tbc tbd xxx xxxx xxxxx undefined sameasabove asabove seeinvoice \
        seeabove placeholder anonymous noaddress noname nocompany noaddressee unbekannt keineangabe \
        inconnu nonrenseigne nonrenseigné sansobjet sconosciuto nondisponibile nonapplicabile onbekend \
        nietvantoepassing nvt geengegevens
        """
    )

    private static let names = words(
        """
        na none null nil private privateperson privateindividual individual consumer customer \
        recipient addressee test dummy name sender privatperson particulier privato destinatario \
        destinataire ontvanger empfänger kunde client cliente klant
        """
    )

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(separator: " ").map(String.init))
    }
}
