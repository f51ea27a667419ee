/// A currency of ISO 4217, with the number of decimals its minor unit has.
package struct Currency: Hashable, Sendable {
    package let code: String
    package let decimals: Int

    /// The currency of that alphabetic code, when ISO 4217 lists it as money in use.
    package init?(_ code: String) {
        if Self.none.contains(code) {
            decimals = 0
        } else if Self.three.contains(code) {
            decimals = 3
        } else if Self.two.contains(code) {
            decimals = 2
        } else {
            return nil
        }
        self.code = code
    }

    // Source: ISO 4217 list one, amendments to 2025 (BGN left for EUR on 1 January 2026 is kept
    // because declarations of returned goods still name it; funds codes, metals and test codes
    // are left out).
    private static let none = codes(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
    )
    private static let three = codes("BHD IQD JOD KWD LYD OMR TND")
    private static let two = codes(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD \
        CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ \
        GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL \
        MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR \
        PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
        TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG
        """
    )

    private static func codes(_ list: String) -> Set<String> {
        Set(list.split(separator: " ").map(String.init))
    }
}
