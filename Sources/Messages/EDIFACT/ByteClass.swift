/// What each of the 256 byte values means to the tokenizer under one service string and one level.
enum ByteClass {
    static let data: UInt8 = 0
    // 1 to 4 are the raw values of Token.Separator.
    static let terminator = Token.Separator.terminator.rawValue
    static let release: UInt8 = 5
    static let lineBreak: UInt8 = 6
    static let encoded: UInt8 = 7
    static let foreign: UInt8 = 8
    static let foreignEncoded: UInt8 = 9

    static func marks(of byteClass: UInt8) -> Token.Marks {
        switch byteClass {
        case lineBreak: .lineBroken
        case encoded: .encoded
        case foreign: .foreign
        case foreignEncoded: [.encoded, .foreign]
        default: []
        }
    }

    static func table(
        for service: ServiceString,
        _ repertoire: Repertoire?
    ) -> InlineArray<256, UInt8> {
        var table = InlineArray<256, UInt8>(repeating: data)
        for byte in UInt8.min...UInt8.max { table[Int(byte)] = plain(byte, repertoire) }
        table[Int(service.component)] = Token.Separator.component.rawValue
        if let repetition = service.repetition {
            table[Int(repetition)] = Token.Separator.repetition.rawValue
        }
        table[Int(service.element)] = Token.Separator.element.rawValue
        table[Int(service.terminator)] = terminator
        if let release = service.release { table[Int(release)] = Self.release }
        return table
    }

    /// The class of a byte that is not a service character.
    private static func plain(_ byte: UInt8, _ repertoire: Repertoire?) -> UInt8 {
        if byte == 0x0A || byte == 0x0D { return lineBreak }
        guard let repertoire else { return byte < 0x80 ? data : encoded }
        if byte < 0x80 {
            let levels = RepertoireSet.having(UnicodeScalar(byte))
            return levels.contains(repertoire) ? data : foreign
        }
        if repertoire.isUTF8 { return encoded }
        return repertoire.part?.scalar(for: byte) == nil ? foreignEncoded : encoded
    }
}
