import Ledger
import Mail
import Office

/// Who had to be told of each version of an advisory, counted from the journal alone, and who was.
struct LanesTold {
    private struct Live {
        let customer: String
        let lane: LaneKey
    }

    private struct Version: Hashable {
        let name: AdvisoryName
        let number: Int
    }

    private var live: [ItemID: Live] = [:]
    private var content: [AdvisoryName: AdvisoryContent] = [:]
    private var due: [Version: Set<String>] = [:]
    private var told: [Version: [String]] = [:]
    private var files: [String] = []

    private(set) var promises = 0

    /// Versions that were said, the end of an advisory among them.
    var versions: Int { due.count }

    /// Senders with an affected item whom nobody told.
    var missed: Int {
        due.reduce(0) { $0 + $1.value.subtracting(told[$1.key] ?? []).count }
    }

    /// Senders who were told and had no affected item.
    var surplus: Int {
        told.reduce(0) { $0 + Set($1.value).subtracting(due[$1.key] ?? []).count }
    }

    /// Senders who were told of one version more than once, and messages written twice.
    var twice: Int {
        told.reduce(0) { $0 + $1.value.count - Set($1.value).count }
            + files.count - Set(files).count
    }

    var senders: Int { told.reduce(0) { $0 + $1.value.count } }
    var messages: Int { files.count }

    mutating func take(_ entry: Entry) {
        switch entry {
        case .itemLodged(let record):
            live[record.id] = Live(
                customer: record.lodgement.customer ?? "",
                lane: record.lane
            )
        case .itemMoved(let move) where move.to == .cancelled || move.to == .despatched:
            live[move.item] = nil
        case .advisoryPublished(let advisory):
            content[advisory.name] = advisory.content
            if advisory.content.nextUpdate != nil { promises += 1 }
            say(advisory.name, advisory.version)
        case .advisoryEnded(let ended): say(ended.name, ended.version)
        case .senderTold(let told):
            let version = Version(name: told.name, number: told.version)
            self.told[version, default: []].append(told.customer)
            files += told.messages.map(\.file)
        default: return
        }
    }

    private mutating func say(_ name: AdvisoryName, _ number: Int) {
        guard let content = content[name] else { return }
        let affected = live.values.filter { item in
            content.lanes.contains { $0.contains(item.lane) }
        }
        due[Version(name: name, number: number)] = Set(affected.map(\.customer))
    }
}

/// What the public reads against what the plan decides, lane by lane.
enum LanesPublic {
    /// Lanes of which the public status says anything but what a search through the plan's rules says.
    static func mismatches(
        _ status: PublicStatus,
        _ plan: LanePlan,
        at now: Moment
    ) -> Int {
        var wrong = 0
        for row in status.rows {
            guard let country = country(of: row, beside: status) else { continue }
            for line in row.lines {
                let products: [Product]
                switch line.what {
                case .letters: products = Product.allCases
                case .goods(let some): products = some
                }
                var states: Set<LaneState.Name> = []
                for product in products {
                    for channel in line.doors.flatMap(\.channels) {
                        for kind in SenderKind.allCases {
                            let key = LaneKey(
                                country: country,
                                territory: CustomsTerritory.of(country, postcode: nil),
                                product: product,
                                channel: channel,
                                kind: kind,
                                data: line.what != .letters
                            )
                            let rule = plan.speaking(of: key, at: now).first
                            states.insert(rule?.state.name ?? .open)
                        }
                    }
                }
                if case .all(let name) = line.state, states != [name] { wrong += 1 }
                if case .differs = line.state, states.count < 2 { wrong += 1 }
            }
        }
        return wrong
    }

    /// A country that a row speaks of.
    private static func country(
        of row: PublicStatus.Row,
        beside status: PublicStatus
    ) -> Country? {
        switch row.destination {
        case .country(let country)?: country
        case .group(let countries)?: countries.min { $0.code < $1.code }
        case .territory?: nil
        case nil:
            Country.all.first { country in
                !status.rows.contains { $0.destination == .country(country) }
            }
        }
    }
}
