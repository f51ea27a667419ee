/// How the bytes of a lodgement file stand for characters.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// Also stands for ISO 8859-1, whose printable characters it holds at the same places.
    case windows1252 = "Windows-1252"
}
