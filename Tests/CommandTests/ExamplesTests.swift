import Foundation
import Testing

/// The examples, lodged as `make run` lodges them: every row ends as it should, every bar code reads.
@Suite("examples/shipments.csv")
struct ExamplesTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A table of a result file: rows by column name.
    ///
    /// Quoted cells may hold delimiters and breaks.
    private static func table(_ data: Data) -> [[String: String]] {
        var rows: [[String]] = [[]]
        var cell = ""
        var isQuoted = false
        for character in String(decoding: data, as: UTF8.self) {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                rows[rows.count - 1].append(cell)
                cell = ""
                rows.append([])
            default: cell.append(character)
            }
        }
        guard let header = rows.first else { return [] }
        return rows.dropFirst().filter { $0.count > 1 }
            .map {
                Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
            }
    }

    @Test func endsAsExpected() throws {
        let scratch = try Scratch()
        let office = scratch.path("office")
        try #require(try Binary.posthorn.run("init", office).status == 0)
        let examples = Self.root.appending(path: "examples")
        let lodged = try Binary.posthorn.run(
            "lodge",
            examples.appending(path: "shipments.csv").path,
            "--office",
            office,
            "--out",
            scratch.path("out")
        )
        #expect(lodged.status == 3, "\(lodged.errors)")

        let rows = Self.table(try scratch.read("out/shipments.result.csv"))
        let expected = Self.table(
            try Data(contentsOf: examples.appending(path: "expected.csv"))
        )
        try #require(rows.count >= 1000)
        var faulty: [Int: [String: String]] = [:]
        for row in expected { faulty[Int(row["row"] ?? "") ?? 0] = row }
        for (index, row) in rows.enumerated() {
            // Spreadsheets count the header as row 1.
            guard let fault = faulty[index + 2] else {
                #expect(row["row_status"] == "lodged", "row \(index + 2): \(row)")
                continue
            }
            #expect(row["row_status"] == fault["row_status"], "row \(index + 2)")
            let codes = Set((row["error_codes"] ?? "").split(separator: " "))
            for code in (fault["error_codes"] ?? "").split(separator: " ") {
                #expect(codes.contains(code), "row \(index + 2): \(codes)")
            }
        }
        guard BarCodeJudges.areHere else { return }
        let judged = try Self.judged(scratch)
        try judgeDocuments(judged, scratch)
        try judgeLabels(judged, scratch, office)
    }

    private static let judgesAll = ProcessInfo.processInfo.environment["POSTHORN_PROOF"] != nil

    /// The numbered items of the examples: fifty spread over them, or all for the proof.
    private static func judged(_ scratch: Scratch) throws -> [String] {
        let ids = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
            .filter { $0.hasSuffix("-label.pdf") && !$0.hasPrefix("PH") }
            .map { String($0.prefix(13)) }.sorted()
        if judgesAll { return ids }
        return stride(from: 0, to: ids.count, by: max(1, ids.count / 50)).map { ids[$0] }
    }

    /// Reads the bar code of every rendered form and label with two readers.
    private func judgeDocuments(_ ids: [String], _ scratch: Scratch) throws {
        let pages = scratch.path("pages")
        try FileManager.default.createDirectory(atPath: pages, withIntermediateDirectories: true)
        var pictures: [String: String] = [:]
        for id in ids {
            let documents = ["cn22", "cn23", "cp72", "label"]
                .map { scratch.path("out") + "/\(id)-\($0).pdf" }
                .filter { FileManager.default.fileExists(atPath: $0) }
            for document in documents {
                pictures[try BarCodeJudges.render(document, into: pages)] = id
            }
        }
        #expect(pictures.count > ids.count)
        try judge(pictures)
    }

    /// Reads the bar code of label pictures at both resolutions with two readers, and checks what
    /// the ZPL asks the printer to print.
    private func judgeLabels(_ ids: [String], _ scratch: Scratch, _ office: String) throws {
        let folder = scratch.path("labels")
        try print(ids, scratch, office, into: folder)
        var pictures: [String: String] = [:]
        for id in ids {
            for (dots, module) in [("203", 3), ("300", 4)] {
                pictures["\(folder)/\(id)-label-\(dots).png"] = id
                let zpl = try String(
                    contentsOfFile: "\(folder)/\(id)-label-\(dots).zpl",
                    encoding: .utf8
                )
                #expect(zpl.contains("^BY\(module)"), "module of \(id) at \(dots) dpi")
                #expect(zpl.contains("^FD\(id)^FS"), "payload of \(id) at \(dots) dpi")
                #expect(zpl.contains(dots == "203" ? "^PW800" : "^PW1181"), "width at \(dots)")
            }
        }
        try judge(pictures)
    }

    /// Writes every document of the items: of a few one by one, of all by lodging them again.
    private func print(
        _ ids: [String],
        _ scratch: Scratch,
        _ office: String,
        into folder: String
    ) throws {
        let place = ["--office", office, "--out", folder]
        if Self.judgesAll {
            let file = Self.root.appending(path: "examples/shipments.csv").path
            let again = try Binary.posthorn.start(["lodge", file, "--documents", "all"] + place)
                .finish()
            try #require(again.status == 3, "\(again.errors)")
            return
        }
        for id in ids {
            let printed = try Binary.posthorn.start(["documents", id] + place).finish()
            try #require(printed.status == 0, "\(printed.errors)")
        }
    }

    private func judge(_ pictures: [String: String]) throws {
        let read = try BarCodeJudges.zxing(pictures.keys.sorted())
        for (picture, id) in pictures {
            #expect(try BarCodeJudges.zbar(picture).contains(id), "zbar: \(picture)")
            if let read { #expect(read[picture]?.contains(id) == true, "zxing-cpp: \(picture)") }
        }
    }
}
