import Glibc
import Journal
import Ledger

/// The ledger, and what stands in it alone.
enum LedgerDoctor {
    private static func ledger(_ directory: OfficeDirectory) throws -> LedgerStore? {
        guard unsafe access(directory.ledger, F_OK) == 0 else { return nil }
        let reader = try JournalReader(directory: directory.journal)
        return try LedgerStore(
            path: directory.ledger,
            origin: reader.checkpoint.checkpoint.origin
        )
    }

    static func examine(_ directory: OfficeDirectory) -> Diagnosis {
        let remedy = "delete \(directory.ledger); the next command posts it anew"
        do {
            guard let ledger = try ledger(directory) else {
                return .warning(
                    "ledger",
                    "there is none",
                    fix: "nothing: the next command posts it from the journal"
                )
            }
            let position = try ledger.position()
            return .well("ledger", "\(try ledger.itemCount()) items, posted to entry \(position)")
        } catch let fault as LedgerFault {
            return .broken("ledger", fault.underlying, fix: remedy)
        } catch {
            return .warning("ledger", "not examined: the journal cannot be read", fix: remedy)
        }
    }

    static func edition(_ directory: OfficeDirectory) -> String? {
        try? ledger(directory)?.edition()
    }

    static func numbers(_ directory: OfficeDirectory) -> Diagnosis? {
        guard let rows = try? ledger(directory)?.numbers() else { return nil }
        let reports = NumberDesk(rows).reports
        guard reports.contains(where: { $0.series != "PH" }) else {
            return .broken(
                "numbers",
                "no range is loaded",
                fix: "posthorn numbers load LAGB FIRST-LAST --office \(directory.root)"
            )
        }
        guard let low = reports.first(where: \.isLow) else {
            return .well("numbers", "\(reports.count) series, none low")
        }
        return .warning(
            "numbers",
            "\(low.remaining) of \(low.loaded) are left of \(low.series)",
            fix: "posthorn numbers load \(low.series) FIRST-LAST --office \(directory.root)"
        )
    }
}
