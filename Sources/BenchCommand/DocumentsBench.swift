import ArgumentParser
import Documents
import Foundation
import Mail

/// CN 23 with embedded subset fonts, five lines and a bar code, beside reportlab and cairo.
///
/// Every figure is per second of processor time, so that a busy machine does not change it.
struct DocumentsBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Sets and writes CN 23 declarations in memory.",
        discussion: "Peers are measured where POSTHORN_PYTHON (or python3) has them."
    )

    @Option(help: "How many documents a round makes.")
    var count = 2_000

    @Option(help: "How often each row is measured; the median is shown.")
    var rounds = 5

    func run() throws {
        let assets = AssetDirectory(
            path: FileManager.default.temporaryDirectory.appending(path: "posthorn-bench-assets")
                .path
        )
        let taken = try Edition.takeIn(into: assets)
        let loaded = try seconds { _ = try FontLibrary(edition: taken.edition, assets: assets) }
        let library = try FontLibrary(edition: taken.edition, assets: assets)
        let stationery = Stationery(library)
        let documents = DocumentSet(stationery)
        let check = FitCheck(stationery)

        var table = BenchTable("CN 23, embedded subset fonts, documents per CPU-second")
        table.row("load an edition", String(format: "%.1f ms", loaded * 1000))
        let rows: [(String, Int, [DocumentSource], String)] = [
            ("common repertoire", count, try DeclarationSources.common(), "≥ 10,000"),
            ("Polish and Greek parties", count, try DeclarationSources.extended(), "≥ 10,000"),
            ("Japanese addressee", count / 4, try DeclarationSources.japanese(), "≥ 500"),
            ("Arabic and Hindi parties", count / 4, try DeclarationSources.complex(), "≥ 500"),
        ]
        for (name, count, sources, target) in rows {
            var bytes = 0
            let time = try median {
                for index in 0..<count {
                    let source = sources[index % sources.count]
                    bytes = try documents.document(.cn23, for: source).count
                }
            }
            let rate = Int(Double(count) / time)
            table.row("\(name), \(bytes) bytes each", "\(rate)", target: target)
        }
        let sources = try DeclarationSources.common()
        let merged = try median { try merge(sources, documents) }
        table.row(
            "common repertoire, one merged file",
            "\(Int(Double(count) / merged))",
            target: "≥ 10,000"
        )
        let fit = try median {
            for index in 0..<count {
                let record = sources[index % sources.count].record
                let findings = try check.findings(
                    for: record.item,
                    decision: record.decision,
                    office: record.office,
                    lodgedAt: record.lodgedAt
                )
                precondition(findings.isEmpty, "the example fits")
            }
        }
        table.row("check at lodgement, all kinds", "\(Int(Double(count) / fit))")
        for peer in DocumentPeer.all { peer.measure(into: &table) }
        table.print()
    }

    private func merge(_ sources: [DocumentSource], _ documents: DocumentSet) throws {
        var bytes = 0
        let office = sources[0].office
        let file = MergedDocuments(documents, .cn23, office: office) { bytes += $0.count }
        for index in 0..<count { try file.add(sources[index % sources.count]) }
        try file.finish()
        precondition(bytes > count, "every document has bytes")
    }

    private func median(_ body: () throws -> Void) rethrows -> Double {
        try body()
        let times = try (0..<max(1, rounds)).map { _ in try seconds(body) }
        return times.sorted()[times.count / 2]
    }

    /// Processor time of this process.
    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = clock()
        try body()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }
}
