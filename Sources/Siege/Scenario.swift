/// The scenarios, named as the attacks that they try are named.
package enum ScenarioName: String, Hashable, Sendable, CaseIterable {
    case encryptedTiles = "A3"
    case tornTail = "A5"
    case rolledBack = "A11"
    case leakedWriterKey = "A14"
    case junkVersions = "A15"
    case treacherousOperator = "A16"
    case fullDisk = "A22"
    case killedInTheCall = "A23"
    case cutNetwork = "A24"
    case keyHolders = "A25"
    case totalLoss = "A30"
}

/// One attack on an office, in a file of its own.
package struct Scenario: Sendable {
    package let name: ScenarioName
    /// What happens, in a few words.
    package let title: String
    /// What `--disarm` takes away, in a few words.
    package let defence: String
    let run: @Sendable (Field) async throws -> Outcome
}

/// Every scenario, once.
package enum ScenarioTable {
    package static let all: [Scenario] = ScenarioName.allCases.map(scenario)

    package static func scenario(_ name: ScenarioName) -> Scenario {
        switch name {
        case .encryptedTiles: EncryptedTiles.scenario
        case .tornTail: TornTail.scenario
        case .rolledBack: RolledBack.scenario
        case .leakedWriterKey: LeakedWriterKey.scenario
        case .junkVersions: JunkVersions.scenario
        case .treacherousOperator: TreacherousOperator.scenario
        case .fullDisk: FullDisk.scenario
        case .killedInTheCall: KilledInTheCall.scenario
        case .cutNetwork: CutNetwork.scenario
        case .keyHolders: KeyHolders.scenario
        case .totalLoss: TotalLoss.scenario
        }
    }
}

/// What came of one attack.
package struct Outcome: Sendable {
    /// What the office promised its clients.
    package var promise = "local"
    package var acknowledged = 0
    /// Acknowledged and not there afterwards.
    package var lost: [String] = []
    /// There afterwards, and never lodged by anybody.
    package var forged: [String] = []
    /// Seconds until Posthorn said it; nothing when it never did.
    package var detected: Double?
    /// Which of Posthorn's own words said it.
    package var said = ""
    /// Seconds from there to the next document.
    package var nextDocument: Double?
    /// What a reader of the table has to know besides.
    package var remarks: [String] = []
    /// What kept the attack from being judged at all; red, and no measure of any defence.
    package var stuck: String?
    /// Claims that did not hold, in words.
    package var breaches: [String] = []

    package init() {}

    /// What was asked and told, compared with what is there.
    mutating func compare(_ book: AckBook, with recovered: Recovered) {
        let content = book.now
        acknowledged = content.acknowledged.count
        lost = recovered.lost(content)
        forged = recovered.forged(content)
        promise = content.promises.max { $0.value < $1.value }?.key ?? promise
    }

    /// Notes a claim that has to hold.
    mutating func claim(_ holds: Bool, _ otherwise: @autoclosure () -> String) {
        if !holds { breaches.append(otherwise()) }
    }

    /// Everything that makes the verdict red, in words.
    package var reasons: [String] {
        if let stuck { return breaches + ["it went no further: \(stuck)"] }
        var all = breaches
        if !lost.isEmpty {
            all.append("\(lost.count) acknowledged items are lost, the first \(lost[0])")
        }
        if !forged.isEmpty {
            all.append("\(forged.count) items are there that nobody lodged, the first \(forged[0])")
        }
        // What broke it off says more than what was not measured behind it.
        guard all.isEmpty else { return all }
        if detected == nil { all.append("it was never detected") }
        if nextDocument == nil { all.append("no further document came out") }
        return all
    }
}
