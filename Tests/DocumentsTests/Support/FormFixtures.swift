import Documents
import Mail
import Testing

/// Forms on the system's fonts, shared by the suites that draw them.
enum FormFixtures {
    static let stationery: Stationery? = TestFonts.library.map(Stationery.init)

    static func set(_ table: PrintTable = .standard) throws -> DocumentSet {
        DocumentSet(try #require(stationery), table: table)
    }

    static func check() throws -> FitCheck { FitCheck(try #require(stationery)) }

    /// Every sample by name.
    static let samples: [(name: String, sample: Sample)] =
        [
            ("gift", Samples.gift), ("sale", Samples.sale), ("full", Samples.full),
            ("parcel", Samples.parcel), ("many", Samples.many), ("letter", Samples.letter),
            ("long", Samples.long), ("wordy", Samples.wordy),
        ] + Samples.scripts

    static let sampleNames = samples.map(\.name)

    static func sample(_ name: String) throws -> Sample {
        try #require(samples.first { $0.name == name }).sample
    }

    static func source(
        _ name: String,
        _ language: Language = .english,
        _ mode: Mode = .live
    )
        throws -> DocumentSource
    {
        try sample(name).source(Samples.office(language, "GB", mode))
    }

    static func findings(_ source: DocumentSource) throws -> [Finding] {
        try check()
            .findings(
                for: source.record.item,
                decision: source.record.decision,
                office: source.office,
                lodgedAt: source.record.lodgedAt
            )
    }
}
