import Glibc
import Testing

/// Runs the public tools that judge our files: qpdf, pdftotext, pdffonts.
enum Tool {
    static func isInstalled(_ name: String) -> Bool {
        unsafe access("/usr/bin/\(name)", X_OK) == 0
    }

    struct Answer {
        let code: Int32
        let output: String
    }

    /// Runs a shell line over a file of these bytes, named `$FILE` in it.
    static func run(_ line: String, on bytes: [UInt8], name: String) throws -> Answer {
        let path = "/tmp/posthorn-documents-tests/\(name)-\(getpid()).pdf"
        try write(bytes, to: path)
        defer { unsafe remove(path) }
        guard let stream = unsafe popen("FILE=\(path); \(line) 2>&1", "r") else {
            throw ToolFault.cannotRun(line)
        }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = unsafe fread(&chunk, 1, chunk.count, stream), count > 0 {
            output += chunk[..<count]
        }
        let status = unsafe pclose(stream)
        return Answer(code: status >> 8, output: String(decoding: output, as: UTF8.self))
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        unsafe mkdir("/tmp/posthorn-documents-tests", 0o755)
        guard let file = unsafe fopen(path, "w") else { throw ToolFault.cannotWrite(path) }
        unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
    }
}

enum ToolFault: Error {
    case cannotRun(String)
    case cannotWrite(String)
}
