/// Which fonts stand behind each face, in order of fallback: Debian 12's Noto and Droid.
enum FontChoice {
    /// Living and historic scripts with a regular and a bold cut.
    private static let twoCuts = [
        "Hebrew", "Armenian", "Georgian", "Devanagari", "Bengali", "Gurmukhi",
        "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao",
        "Myanmar", "Khmer", "Ethiopic", "Cherokee", "CanadianAboriginal", "Thaana", "Adlam",
        "Cham", "Javanese", "Lisu", "OlChiki", "TaiTham",
    ]

    /// Scripts with one cut only; bold text in them is set regular.
    private static let oneCut = [
        "Mongolian", "Syriac", "NKo", "Tifinagh", "Vai", "Yi", "Balinese", "Bamum", "BassaVah",
        "Batak", "Buginese", "Buhid", "Chakma", "Coptic", "Deseret", "Glagolitic", "Gothic",
        "HanifiRohingya", "Hanunoo", "KayahLi", "Lepcha", "Limbu", "Mandaic", "MeeteiMayek",
        "MendeKikakui", "Miao", "Modi", "Mro", "NewTaiLue", "Newa", "Nushu", "Ogham",
        "OldHungarian", "OldItalic", "OldPersian", "OldTurkic", "Osage", "Osmanya",
        "PahawhHmong", "PauCinHau", "PhagsPa", "Phoenician", "Rejang", "Runic", "Samaritan",
        "Saurashtra", "Sharada", "Shavian", "Siddham", "SoraSompeng", "Sundanese",
        "SylotiNagri", "Tagalog", "Tagbanwa", "TaiLe", "TaiViet", "Takri", "TamilSupplement",
        "Tirhuta", "Wancho", "WarangCiti", "AnatolianHieroglyphs", "Avestan", "Bhaiksuki",
        "Brahmi", "Carian", "CaucasianAlbanian", "Cuneiform", "Cypriot", "Duployan",
        "EgyptianHieroglyphs", "Elbasan", "Elymaic", "Grantha", "GunjalaGondi", "Hatran",
        "ImperialAramaic", "IndicSiyaqNumbers", "InscriptionalPahlavi",
        "InscriptionalParthian", "Kaithi", "Kharoshthi", "Khojki", "Khudawadi", "LinearA",
        "LinearB", "Lycian", "Lydian", "Mahajani", "Manichaean", "Marchen", "MasaramGondi",
        "MayanNumerals", "Medefaidrin", "Meroitic", "Multani", "Nabataean", "OldNorthArabian",
        "OldPermic", "OldSogdian", "OldSouthArabian", "Palmyrene", "PsalterPahlavi", "Sogdian",
        "Soyombo", "Ugaritic", "ZanabazarSquare",
    ]

    /// Naskh before sans: it writes lam-alef as two glyphs, so that copied text is right in
    /// every reader.
    private static func twoCuts(_ cut: String) -> [FontSource] {
        ["NotoNaskhArabic", "NotoSansArabic"].map { .noto("\($0)-\(cut)") }
            + twoCuts.map { .noto("NotoSans\($0)-\(cut)") }
    }

    /// The fonts of a face, best first; a character is set in the first that has it.
    static func fallback(of face: Face) -> [FontSource] {
        let regular = twoCuts("Regular")
        let tail =
            [FontSource.noto("NotoSerifTibetan-Regular")]
            + oneCut.map { FontSource.noto("NotoSans\($0)-Regular") }
            + FontSource.cjk
            + ["Symbols", "Symbols2", "Math"].map { .noto("NotoSans\($0)-Regular") }
        switch face {
        case .sans:
            return [.noto("NotoSans-Regular")] + regular + tail
        case .bold:
            return [.noto("NotoSans-Bold"), .noto("NotoSans-Regular")] + twoCuts("Bold") + regular
                + [.noto("NotoSerifTibetan-Bold")] + tail
        case .italic:
            return [.noto("NotoSans-Italic"), .noto("NotoSans-Regular")] + regular + tail
        case .mono:
            return [.notoMono("NotoSansMono-Regular"), .noto("NotoSans-Regular")] + regular + tail
        }
    }
}
