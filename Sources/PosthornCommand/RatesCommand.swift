import ArgumentParser
import Mail
import Office

struct RatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rates",
        abstract: "Loads what one SDR is worth, by which CN 22 or CN 23 is chosen.",
        subcommands: [LoadCommand.self]
    )

    struct LoadCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "load",
            abstract: "Records a rate from a day on.",
            discussion: """
                EXAMPLES
                  posthorn rates load EUR 1.2134 --day 2026-11-02 --source "IMF" --office office
                """
        )

        @Argument(help: "The currency: EUR.")
        var currency: String

        @Argument(help: "Units of the currency for one SDR: 1.2134.")
        var perSDR: String

        @Option(help: "The day of the rate, YYYY-MM-DD.")
        var day: String

        @Option(help: "Where the rate is from; it is recorded with it.")
        var source: String

        @OptionGroup var office: OfficeOption

        func run() async throws {
            guard let currency = Currency(currency.uppercased()) else {
                throw CommandFailure(
                    .usage,
                    "no currency '\(currency)'",
                    hint: "give an ISO 4217 code, like EUR"
                )
            }
            guard let day = CalendarDay(day) else {
                throw CommandFailure(.usage, "no day '\(day)'", hint: "write it like 2026-11-02")
            }
            let rate = SDRRate(currency: currency, day: day, perSDR: perSDR, source: source)
            let now = OfficeClock.machine.now()
            let entries: [Entry] = [
                .sdrRateLoaded(rate),
                .done(.ratesLoad, to: rate.currency.code, by: .local, at: now),
            ]
            try await OfficeAtHand.record(entries, in: office.directory)
            Terminal.say("recorded: 1 SDR = \(perSDR) \(currency.code) from \(day.text)")
        }
    }
}
