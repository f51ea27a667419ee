import Mail

/// The country that a text means which is not a code: for the remedy, never for the data.
enum CountryGuess {
    /// `nearest` with the two letters, when the text is a country's name or a code people use.
    static func details(_ written: String) -> [String: String] {
        guard let code = codes[written.lowercased()] else { return ["found": written] }
        return ["found": written, "nearest": code]
    }

    private static let codes: [String: String] = {
        // ISO 3166-1 reserves UK and EL; the others are what forms are filled in with.
        var codes = [
            "uk": "GB", "el": "GR", "usa": "US", "england": "GB", "scotland": "GB", "wales": "GB",
            "northern ireland": "GB", "great britain": "GB", "holland": "NL", "gbr": "GB",
            "deu": "DE", "fra": "FR", "ita": "IT", "esp": "ES", "uae": "AE", "america": "US",
        ]
        for language in Language.allCases {
            for country in Country.all {
                codes[country.name(in: language).lowercased()] = country.code
            }
        }
        return codes
    }()
}
