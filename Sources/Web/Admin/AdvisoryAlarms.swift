import Ledger
import Mail
import Office

/// Updates that were promised to the public and have not come: somebody has to know.
enum AdvisoryAlarms {
    static func lines(_ office: ServedOffice) -> [String] {
        guard let overdue = try? office.overdueAdvisories() else { return [] }
        return overdue.map { history in
            "advisory \(history.name.text): an update was promised for "
                + (history.promised?.text ?? "")
        }
    }

    static func add(_ office: ServedOffice, to text: inout PrometheusText) {
        guard let advisories = try? office.ledger.advisories(),
            let untold = try? office.ledger.untoldAdvisories()
        else { return }
        let now = office.clock.now()
        let gauges: [(String, String, Int)] = [
            (
                "posthorn_advisories", "Advisories that are not over.",
                advisories.filter { $0.ended == nil }.count
            ),
            (
                "posthorn_advisories_overdue", "Advisories whose promised update has not come.",
                advisories.filter { $0.isOverdue(at: now) }.count
            ),
            (
                "posthorn_advisories_untold", "Advisories that not everybody was told of yet.",
                untold.count
            ),
        ]
        for (name, help, value) in gauges {
            text.metric(name, .gauge, help, [([:], Double(value))])
        }
    }
}
