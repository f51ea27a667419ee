import Journal

/// How S3 spells names, times and lists.
enum S3Text {
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
    static func elements(_ name: String, in xml: some StringProtocol) -> [String] {
        var out: [String] = []
        var rest = xml[...]
        while let start = rest.firstRange(of: "<\(name)>") {
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "</\(name)>") else { break }
            out.append(String(rest[..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        return out
    }

    /// The five entities of XML; our own names have none.
    static func unescape(_ text: String) -> String {
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
