/// Where a line may end inside a text, besides at spaces.
///
/// A subset of Unicode Standard Annex 14 that needs no dictionary: ideographs and syllables
/// break between each other, punctuation clings, scripts without spaces break between
/// clusters when nothing else helps.
enum LineBreaking {
    /// The chance behind a character of the common repertoire, if it brings one.
    static func chance(afterCommon scalar: Unicode.Scalar) -> BreakChance? {
        switch scalar {
        case "-", "\u{2010}", "\u{2013}", "\u{2014}": .welcome
        case "/", "@", "_", ",", ";", ".", "&", "=", "?": .emergency
        default: nil
        }
    }

    /// The chance between two characters of which at least one is not of the common repertoire.
    static func chance(between left: UInt32, and right: UInt32) -> BreakChance {
        if cannotBegin(right) || cannotEnd(left) { return .never }
        if isIdeographic(left) || isIdeographic(right) { return .welcome }
        if isSpaceless(left), isSpaceless(right) { return .emergency }
        return .never
    }

    /// Characters set without shaping, one glyph each: Han, kana, hangul syllables, full width
    /// forms, and alphabets without joining or marks.
    static func isUnshaped(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x531...0x58F, 0x10A0...0x10FF, 0x1200...0x135A, 0x1360...0x139F, 0x13A0...0x167F,
            0x2E80...0x3029, 0x3030...0x3098, 0x309B...0x312F, 0x3190...0x4DBF,
            0x4E00...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFFEF, 0x2_0000...0x3_FFFF:
            true
        default: false
        }
    }

    private static func isIdeographic(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E80...0x3029, 0x3030...0x3098, 0x309B...0x312F, 0x3190...0x4DBF,
            0x4E00...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFFEF,
            0x2_0000...0x3_FFFF:
            true
        default: false
        }
    }

    /// Thai, Lao, Tibetan, Myanmar, Khmer, Tai scripts: no spaces between words.
    private static func isSpaceless(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xE00...0xFFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF,
            0x1A20...0x1AAF, 0xA9E0...0xA9FF, 0xAA60...0xAADF:
            true
        default: false
        }
    }

    /// Closing punctuation, small kana, sound marks, vowels that follow their consonant.
    private static func cannotBegin(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
            0x3019, 0x301B, 0x303B, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083,
            0x3085, 0x3087, 0x308E, 0x309B...0x309E, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9,
            0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FB...0x30FE, 0xFF01,
            0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF61, 0xFF63,
            0xFF64, 0xFF65, 0xFF70, 0x21, 0x22, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D,
            0x7D, 0xE2F, 0xE30, 0xE32, 0xE33, 0xE45, 0xE46, 0xEAF, 0xEB0, 0xEB2, 0xEB3, 0xEC6:
            true
        default: false
        }
    }

    /// Opening punctuation, vowels written before their consonant, signs that stack the next one.
    private static func cannotEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFF08,
            0xFF3B, 0xFF5B, 0xFF62, 0x22, 0x27, 0x28, 0x5B, 0x7B, 0xE40...0xE44, 0xEC0...0xEC4,
            0x1039, 0x17D2:
            true
        default: false
        }
    }
}
