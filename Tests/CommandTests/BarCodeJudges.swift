import Foundation

/// Two readers of bar codes that we did not write, and the renderer before them.
enum BarCodeJudges {
    /// zbar and the renderer; zxing-cpp may be missing beside them.
    static let areHere = ["zbarimg", "pdftoppm"]
        .allSatisfy {
            FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
        }

    /// Renders a document's first page, which bears its bar code, at 203 dots an inch; the picture's
    /// path.
    static func render(_ document: String, into folder: String) throws -> String {
        let name = URL(filePath: document).deletingPathExtension().lastPathComponent
        let picture = "\(folder)/\(name)-203"
        try run(
            "/usr/bin/pdftoppm",
            ["-r", "203", "-f", "1", "-png", "-gray", "-singlefile", document, picture]
        )
        return picture + ".png"
    }

    static func zbar(_ picture: String) throws -> [String] {
        try run("/usr/bin/zbarimg", ["-q", "--raw", picture]).split(separator: "\n")
            .map(String.init)
    }

    /// What zxing-cpp reads in each picture; nothing where it is not installed.
    ///
    /// One process reads many: to start Python takes longer than to read a hundred.
    static func zxing(_ pictures: [String]) throws -> [String: [String]]? {
        guard let python = ProcessInfo.processInfo.environment["POSTHORN_PYTHON"],
            FileManager.default.isExecutableFile(atPath: python)
        else { return nil }
        let script = """
            import sys, zxingcpp
            from PIL import Image
            for path in sys.argv[1:]:
                print(path, *[r.text for r in zxingcpp.read_barcodes(Image.open(path))], sep="\\t")
            """
        var found: [String: [String]] = [:]
        for start in stride(from: 0, to: pictures.count, by: 200) {
            let some = pictures[start..<min(start + 200, pictures.count)]
            for line in try run(python, ["-c", script] + some).split(separator: "\n") {
                let cells = line.split(separator: "\t").map(String.init)
                found[cells[0]] = Array(cells.dropFirst())
            }
        }
        return found
    }

    @discardableResult
    private static func run(_ path: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path)
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
