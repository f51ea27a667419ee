/// What one SDR was worth on a day, as the operator loaded it.
package struct SDRRate: Hashable, Sendable {
    package let currency: Currency
    package let day: CalendarDay
    /// Units of the currency for one SDR: decimal text.
    package let perSDR: String
    package let source: String

    package init(currency: Currency, day: CalendarDay, perSDR: String, source: String) {
        self.currency = currency
        self.day = day
        self.perSDR = perSDR
        self.source = source
    }
}
