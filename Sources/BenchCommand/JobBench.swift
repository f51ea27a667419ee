import ArgumentParser
import Foundation

/// The whole main job: CSV in; checked, durable, recorded; form, label and message out.
struct JobBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job",
        abstract: "The main job: lodging a CSV file, files written."
    )

    @Option(help: "Rows of the file.")
    var rows = 20_000

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-bench-\(ProcessInfo.processInfo.processIdentifier)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let csv = folder.appending(path: "rows.csv").path
        try Data(JobRows.csv(rows).utf8).write(to: URL(filePath: csv))

        var table = BenchTable("main job, \(rows) rows, 5 fields of goods each")
        let start = try Self.time(["--version"], in: folder, runs: 10)
        table.row("posthorn starts", "\(Int(start * 1000)) ms", target: "< 100 ms")
        for (name, flags, target) in [
            ("a file per document", [], "≥ 1,500 items/s"),
            ("merged files", ["--merged"], "≥ 5,000 items/s"),
        ] as [(String, [String], String)] {
            let office = folder.appending(path: "office-\(flags.count)").path
            _ = try Self.time(["init", office], in: folder)
            let before = Self.bytes(below: office + "/journal")
            let run = try Self.time(
                ["lodge", csv, "--office", office, "--out", office + "-out"] + flags,
                in: folder
            )
            let rate = Int(Double(rows) / run)
            table.row("\(name): items/s", "\(rate)", target: target)
            let perItem = (Self.bytes(below: office + "/journal") - before) / rows
            table.row("\(name): journal bytes per item", "\(perItem)", target: "< 6,000")
        }
        table.row("peak memory of any run", "\(try Self.peakMegabytes()) MB", target: "< 150 MB")
        table.print()
    }

    private static func time(
        _ arguments: [String],
        in folder: URL,
        runs: Int = 1
    ) throws -> Double {
        let posthorn = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "posthorn")
        let clock = ContinuousClock()
        var best = Double.infinity
        for _ in 0..<runs {
            let process = Process()
            process.executableURL = posthorn
            process.arguments = arguments
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            let began = clock.now
            try process.run()
            process.waitUntilExit()
            let took = clock.now - began
            best = min(
                best,
                Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
            )
        }
        return best
    }

    /// The largest resident set of any process run so far.
    private static func peakMegabytes() throws -> Int {
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(truncatingIfNeeded: RUSAGE_CHILDREN.rawValue), &usage)
        return Int(usage.ru_maxrss) / 1024
    }

    private static func bytes(below path: String) -> Int {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }
        return (names ?? [])
            .reduce(0) { sum, name in
                let attributes = try? FileManager.default.attributesOfItem(
                    atPath: path + "/" + name
                )
                guard attributes?[.type] as? FileAttributeType == .typeRegular else { return sum }
                return sum + (attributes?[.size] as? Int ?? 0)
            }
    }
}

/// Rows as a seller's system writes them: business goods to five countries.
enum JobRows {
    static func csv(_ count: Int) -> String {
        var text =
            "reference,product,senderKind,sender.name,sender.company,sender.lines.1,"
            + "sender.locality,sender.postcode,sender.country,sender.phone,addressee.name,"
            + "addressee.lines.1,addressee.locality,addressee.region,addressee.postcode,"
            + "addressee.country,addressee.phone,grossWeight,contents.nature,contents.invoice,"
            + "lines.description,lines.quantity,lines.lineNetWeight,lines.lineValue,"
            + "lines.currency,lines.tariffCode,lines.origin,lines.sku,lines.manufacturerID,"
            + "postage.amount,postage.currency\n"
        let places = [
            "Zoë Łukasiewicz,ul. Długa 5/7,Kraków,,31-147,PL,+48120000000",
            "Anna Schmidt,Hauptstraße 12,Berlin,,10115,DE,+49300000000",
            "Jean Martin,8 rue de la Paix,Paris,,75002,FR,+33100000000",
            "Mika Virtanen,Mannerheimintie 3,Helsinki,,00100,FI,+358900000",
            "Νίκος Παπαδόπουλος,Ερμού 15,Αθήνα,,105 63,GR,+302100000000",
        ]
        for row in 1...count {
            text +=
                "job-\(row),packet-tracked,business,Ada Fox,Fox Knits Ltd,12 Mill Lane,Leeds,"
                + "LS1 4AP,GB,+441130000000,\(places[row % places.count]),\(500 + row % 900),sale,"
                + "INV-\(row),Knitted cotton jumper,\(1 + row % 3),\(400 + row % 90),"
                + "\(20 + row % 60).50,GBP,611020,GB,FK-\(row % 40),GB-FOX,12.35,GBP\n"
        }
        return text
    }
}
