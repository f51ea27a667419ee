import Journal

/// How S3 spells names, times and lists.
package enum S3Text {
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    static func encode(_ text: String, keeping kept: UInt8? = nil) -> String {
        var out = ""
        for byte in text.utf8 {
            if isUnreserved(byte) || byte == kept {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                out += "%" + Hexadecimal.encode([byte]).uppercased()
            }
        }
        return out
    }

    static func encode(path: String) -> String { encode(path, keeping: UInt8(ascii: "/")) }

    static func encode(query: [String: String]) -> String {
        query.map { (encode($0.key), encode($0.value)) }
            .sorted { $0.0 < $1.0 }
            .map { "\($0.0)=\($0.1)" }
            .joined(separator: "&")
    }

    /// `20261127T122026Z`.
    static func basic(_ time: UnixTime) -> String {
        time.description.filter { $0 != "-" && $0 != ":" }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads a `Date` header, such as `Fri, 27 Nov 2026 12:20:26 GMT`.
    static func date(_ text: String) -> UnixTime? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT" || words[5] == "UTC",
            let month = months.firstIndex(of: String(words[2]))
        else { return nil }
        let number = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
        let day = words[1].count == 1 ? "0\(words[1])" : "\(words[1])"
        return UnixTime("\(words[3])-\(number)-\(day)T\(words[4])Z")
    }

    /// Reads a time in XML or in a header: fractions of a second are cut off.
    static func timestamp(_ text: String) -> UnixTime? {
        let whole = text.prefix(19)
        return whole.count == 19 ? UnixTime("\(whole)Z") : nil
    }

    /// The texts of all elements of a name, in order, without looking at what is around them.
    package static func elements(_ name: String, in xml: [UInt8]) -> [[UInt8]] {
        let (opening, closing) = (Array("<\(name)>".utf8), Array("</\(name)>".utf8))
        var out: [[UInt8]] = []
        var from = 0
        while let start = find(opening, in: xml, from: from) {
            let inner = start + opening.count
            guard let end = find(closing, in: xml, from: inner) else { break }
            out.append(Array(xml[inner..<end]))
            from = end + closing.count
        }
        return out
    }

    /// The text of the first element of a name.
    package static func element(_ name: String, in xml: [UInt8]) -> String? {
        elements(name, in: xml).first.map { unescape(String(decoding: $0, as: UTF8.self)) }
    }

    private static func find(_ word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= word.count else { return nil }
        var index = start
        while index <= bytes.count - word.count {
            if bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) {
                return index
            }
            index += 1
        }
        return nil
    }

    /// The five entities of XML; our own names have none.
    static func unescape(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var out = text
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&apos;", "'"),
            ("&#39;", "'"), ("&amp;", "&"),
        ] {
            out = out.replacing(entity, with: character)
        }
        return out
    }
}
