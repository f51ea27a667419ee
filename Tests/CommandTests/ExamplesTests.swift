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
        try judgeBarCodes(scratch)
        try judgeLabels(scratch, office)
    }

    private static var hasJudges: Bool {
        ["zbarimg", "pdftoppm"]
            .allSatisfy {
                FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
            }
    }

    /// Reads the bar code of rendered labels: fifty spread over the examples, or all for the proof.
    private func judgeBarCodes(_ scratch: Scratch) throws {
        guard Self.hasJudges else { return }
        let out = scratch.url.appending(path: "out")
        let labels = try FileManager.default.contentsOfDirectory(atPath: out.path)
            .filter { $0.hasSuffix("-label.pdf") && !$0.hasPrefix("PH") }.sorted()
        let isProof = ProcessInfo.processInfo.environment["POSTHORN_PROOF"] != nil
        let step = isProof ? 1 : max(1, labels.count / 50)
        for index in stride(from: 0, to: labels.count, by: step) {
            let id = String(labels[index].prefix(13))
            let picture = scratch.path("page")
            try Self.tool(
                "pdftoppm",
                "-r",
                "203",
                "-png",
                "-singlefile",
                out.appending(path: labels[index]).path,
                picture
            )
            let read = try Self.tool("zbarimg", "-q", "--raw", picture + ".png")
            #expect(
                read.split(separator: "\n").contains { $0 == id },
                "\(labels[index]) reads \(read)"
            )
        }
    }

    /// Reads the bar code of label pictures at both resolutions with two readers, and checks what
    /// the ZPL asks the printer to print: fifty items, or all for the proof.
    private func judgeLabels(_ scratch: Scratch, _ office: String) throws {
        guard Self.hasJudges else { return }
        let out = scratch.url.appending(path: "out")
        let ids = try FileManager.default.contentsOfDirectory(atPath: out.path)
            .filter { $0.hasSuffix("-label.pdf") && !$0.hasPrefix("PH") }
            .map { String($0.prefix(13)) }.sorted()
        let isProof = ProcessInfo.processInfo.environment["POSTHORN_PROOF"] != nil
        for index in stride(from: 0, to: ids.count, by: isProof ? 1 : max(1, ids.count / 50)) {
            let id = ids[index]
            let folder = scratch.path("labels")
            let printed = try Binary.posthorn.run(
                "documents",
                id,
                "--office",
                office,
                "--out",
                folder
            )
            try #require(printed.status == 0, "\(printed.errors)")
            for (dots, module) in [("203", 3), ("300", 4)] {
                let picture = "\(folder)/\(id)-label-\(dots).png"
                #expect(try Self.tool("zbarimg", "-q", "--raw", picture).contains(id), "\(picture)")
                if let read = try Self.zxing(picture) { #expect(read.contains(id), "\(picture)") }
                let zpl = try String(
                    contentsOfFile: "\(folder)/\(id)-label-\(dots).zpl",
                    encoding: .utf8
                )
                #expect(zpl.contains("^BY\(module)"), "module of \(id) at \(dots) dpi")
                #expect(zpl.contains("^FD\(id)^FS"), "payload of \(id) at \(dots) dpi")
                #expect(zpl.contains(dots == "203" ? "^PW800" : "^PW1181"), "width at \(dots)")
            }
        }
    }

    /// What zxing-cpp reads in a picture; nothing where it is not installed.
    private static func zxing(_ picture: String) throws -> String? {
        guard let python = ProcessInfo.processInfo.environment["POSTHORN_PYTHON"],
            FileManager.default.isExecutableFile(atPath: python)
        else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [
            "-c",
            "import sys, zxingcpp; from PIL import Image;"
                + " print([r.text for r in zxingcpp.read_barcodes(Image.open(sys.argv[1]))])",
            picture,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
    }

    @discardableResult
    private static func tool(_ name: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/" + name)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
