import Crypto
import FoundationEssentials
import Mail

/// One message to one address (RFC 5322), whole and ready for any mail system.
struct MailMessage {
    /// Characters of a line of quoted-printable (RFC 2045 §6.7).
    private static let line = 76

    let from: String
    let to: MailAddress
    let subject: String
    let id: String
    let language: Language
    let at: Moment
    let body: String

    var bytes: [UInt8] {
        let head = [
            "From: " + from, "To: " + to.text, "Subject: " + Self.words(subject),
            "Date: " + Self.date(at), "Message-ID: <\(id)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Language: " + language.rawValue, "Auto-Submitted: auto-generated",
        ]
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Self.quoted(String($0)) }
        return Array((head + [""] + lines).map { $0 + "\r\n" }.joined().utf8)
    }

    /// A sender's name and address; nothing of the name can end the header.
    static func mailbox(_ name: String, _ address: String) -> String {
        let plain = name.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 }
        let quoted = "\"" + name.filter { $0 != "\"" && $0 != "\\" } + "\""
        return (plain ? quoted : words(name)) + " <\(address)>"
    }

    /// Text for a header: as it is, or in encoded words (RFC 2047), none of which cuts a character.
    static func words(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.isASCII && $0.value >= 0x20 && $0.value < 0x7F
        }
        guard !isPlain || text.contains("=?") else { return text }
        var words: [String] = []
        var word: [UInt8] = []
        for character in text {
            let bytes = Array(String(character).utf8)
            if word.count + bytes.count > 42 {
                words.append(encoded(word))
                word = []
            }
            word += bytes
        }
        words.append(encoded(word))
        return words.joined(separator: "\r\n ")
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?" + Data(bytes).base64EncodedString() + "?="
    }

    /// `Sat, 28 Nov 2026 08:52:13 +0000`.
    static func date(_ moment: Moment) -> String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let number = Int((Double(moment.milliseconds) / 86_400_000).rounded(.down))
        let day = moment.day
        return "\(days[((number % 7) + 7) % 7]), \(day.day) \(months[day.month - 1]) \(day.year) "
            + moment.text.dropFirst(11).prefix(8) + " +0000"
    }

    /// A line, cut softly where it is too long.
    private static func quoted(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let isPlain =
                byte >= 0x21 && byte <= 0x7E && byte != UInt8(ascii: "=")
                || byte == 0x20 && !isLast
            // A mail system takes a dot alone at the beginning for the end of the message.
            let isDot = byte == UInt8(ascii: ".") && line.isEmpty
            let part =
                isPlain && !isDot
                ? String(UnicodeScalar(byte)) : "=" + Hexadecimal.text([byte]).uppercased()
            if line.utf8.count + part.utf8.count > Self.line - 1 {
                lines.append(line + "=")
                line = ""
            }
            line += part
        }
        return (lines + [line]).joined(separator: "\r\n")
    }

    /// What tells one message from every other: of an office, a version, an address.
    static func mark(_ origin: String, _ name: AdvisoryName, _ version: Int, _ to: String) -> String
    {
        let text = [origin, name.text, String(version), to].joined(separator: "\n")
        return Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8)).prefix(8)))
    }
}
