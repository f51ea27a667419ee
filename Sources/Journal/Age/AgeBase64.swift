/// Base64 as the age format spells it: without padding in headers, with padding in armour.
enum AgeBase64 {
    private static let pad = UInt8(ascii: "=")

    static func encode(_ bytes: some Collection<UInt8>, padded: Bool) -> [UInt8] {
        let text = Base64.encode(bytes).utf8
        return padded ? Array(text) : Array(text.prefix { $0 != pad })
    }

    /// The bytes, or nil when the text is not the one spelling of any byte string.
    static func decode(_ text: some Collection<UInt8>, padded: Bool) -> [UInt8]? {
        guard padded || !text.contains(pad) else { return nil }
        let missing = padded ? 0 : (4 - text.count % 4) % 4
        let whole = Array(text) + [UInt8](repeating: pad, count: missing)
        return Base64.decode(String(decoding: whole, as: UTF8.self))
    }
}
