/// The upper halves of the ISO 8859 parts that the syntax levels name.
///
/// Each part is Latin-1 except where its row says otherwise: `A1:104` is byte A1 for U+0104, `+12`
/// that twelve bytes go on counting from there, `A5-7` that seven bytes from A5 stand for nothing.
/// Source: ISO/IEC 8859-2, -3, -4, -5, -6:1999, -7:2003, -8:1999, -9, -15:1999 as registered in the
/// Unicode mapping tables; the tests hold them against the C library's converter.
struct ISO8859: Sendable {
    /// What bytes A0 to FF stand for; 0 where the part assigns nothing.
    let upperHalf: [UInt16]
    private let bytes: [UInt16: UInt8]

    private init(_ differences: String) {
        var upperHalf = (UInt16(0xA0)...0xFF).map { $0 }
        for difference in differences.split(separator: " ") {
            let parts = difference.split { ":+-".contains($0) }
            let first = Int(parts[0], radix: 16) ?? 0
            let assigns = difference.contains(":")
            let count = parts.count > (assigns ? 2 : 1) ? Int(parts[parts.count - 1]) ?? 1 : 1
            for step in 0..<count {
                let scalar = assigns ? (UInt16(parts[1], radix: 16) ?? 0) + UInt16(step) : 0
                upperHalf[first - 0xA0 + step] = scalar
            }
        }
        self.upperHalf = upperHalf
        bytes = Dictionary(
            uniqueKeysWithValues: upperHalf.enumerated().filter { $0.element != 0 }
                .map { ($0.element, UInt8(0xA0 + $0.offset)) }
        )
    }

    func scalar(for byte: UInt8) -> UnicodeScalar? {
        guard byte >= 0xA0 else { return byte < 0x80 ? UnicodeScalar(byte) : nil }
        let value = upperHalf[Int(byte) - 0xA0]
        return value == 0 ? nil : UnicodeScalar(value)
    }

    func byte(for scalar: UnicodeScalar) -> UInt8? {
        UInt16(exactly: scalar.value).flatMap { bytes[$0] }
    }

    static let part1 = ISO8859("")
    static let part2 = ISO8859(
        """
        A1:104 A2:2D8 A3:141 A5:13D A6:15A A9:160 AA:15E AB:164 AC:179 AE:17D AF:17B B1:105 B2:2DB \
        B3:142 B5:13E B6:15B B7:2C7 B9:161 BA:15F BB:165 BC:17A BD:2DD BE:17E BF:17C C0:154 C3:102 \
        C5:139 C6:106 C8:10C CA:118 CC:11A CF:10E D0:110 D1:143 D2:147 D5:150 D8:158 D9:16E DB:170 \
        DE:162 E0:155 E3:103 E5:13A E6:107 E8:10D EA:119 EC:11B EF:10F F0:111 F1:144 F2:148 F5:151 \
        F8:159 F9:16F FB:171 FE:163 FF:2D9
        """
    )
    static let part3 = ISO8859(
        """
        A1:126 A2:2D8 A5-1 A6:124 A9:130 AA:15E AB:11E AC:134 AE-1 AF:17B B1:127 B6:125 B9:131 \
        BA:15F BB:11F BC:135 BE-1 BF:17C C3-1 C5:10A C6:108 D0-1 D5:120 D8:11C DD:16C DE:15C E3-1 \
        E5:10B E6:109 F0-1 F5:121 F8:11D FD:16D FE:15D FF:2D9
        """
    )
    static let part4 = ISO8859(
        """
        A1:104 A2:138 A3:156 A5:128 A6:13B A9:160 AA:112 AB:122 AC:166 AE:17D B1:105 B2:2DB B3:157 \
        B5:129 B6:13C B7:2C7 B9:161 BA:113 BB:123 BC:167 BD:14A BE:17E BF:14B C0:100 C7:12E C8:10C \
        CA:118 CC:116 CF:12A D0:110 D1:145 D2:14C D3:136 D9:172 DD:168 DE:16A E0:101 E7:12F E8:10D \
        EA:119 EC:117 EF:12B F0:111 F1:146 F2:14D F3:137 F9:173 FD:169 FE:16B FF:2D9
        """
    )
    static let part5 = ISO8859("A1:401+12 AE:40E+66 F0:2116 F1:451+12 FD:A7 FE:45E+2")
    static let part6 = ISO8859(
        "A1-3 A5-7 AC:60C AE-13 BB:61B BC-3 BF:61F C0-1 C1:621+26 DB-5 E0:640+19 F3-13"
    )
    static let part7 = ISO8859(
        """
        A1:2018+2 A4:20AC A5:20AF AA:37A AE-1 AF:2015 B4:384+3 B8:388+3 BC:38C BE:38E+20 D2-1 \
        D3:3A3+44 FF-1
        """
    )
    static let part8 = ISO8859(
        "A1-1 AA:D7 BA:F7 BF-32 DF:2017 E0:5D0+27 FB-2 FD:200E+2 FF-1"
    )
    static let part9 = ISO8859("D0:11E DD:130 DE:15E F0:11F FD:131 FE:15F")
    static let part15 = ISO8859("A4:20AC A6:160 A8:161 B4:17D B8:17E BC:152+2 BE:178")
}
