/// The six capital letters before a subset's name (ISO 32000-1, 9.6.4).
///
/// They follow from the subset's bytes, so the same subset always has the same name.
enum SubsetTag {
    static func letters(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var letters: [UInt8] = []
        for _ in 0..<6 {
            letters.append(UInt8(0x41 + hash % 26))
            hash /= 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
