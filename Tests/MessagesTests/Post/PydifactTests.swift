import Foundation
import Messages
import Testing

/// Another project's reader takes what we write: pydifact, from the Python package index.
@Suite(
    "pydifact reads our ITMATT",
    .enabled(if: Pydifact.isHere, "needs pydifact; POSTHORN_PYTHON names an interpreter")
)
struct PydifactTests {
    @Test("the same segments, elements and components", arguments: Examples.all)
    func reads(_ example: Examples.Example) throws {
        let encoded = ITMATT().encode([try example.item()], try Examples.header())
        let bytes = try #require(encoded.bytes)
        let interchange = try #require(try EDIFACTReader.read(bytes.span).interchanges.first)
        let expected = interchange.messages.flatMap(\.segments).map(Pydifact.nested)
        #expect(try Pydifact.read(bytes) == expected)
    }
}

enum Pydifact {
    private static let python =
        ProcessInfo.processInfo.environment["POSTHORN_PYTHON"] ?? "python3"

    static let isHere = (try? run("import pydifact", input: [])) != nil

    /// The segments between UNB and UNZ, as pydifact reads them: tag, then elements of components.
    static func read(_ bytes: [UInt8]) throws -> [[[String]]] {
        let output = try run(script, input: bytes)
        return try JSONDecoder().decode([[[String]]].self, from: output)
    }

    /// Our segment in the same form; pydifact keeps no trailing empty component apart.
    static func nested(_ segment: Segment) -> [[String]] {
        var elements: [[String]] = [[segment.tag.text]]
        for value in segment.values {
            if value.place.component == 1 { elements.append([]) }
            elements[elements.count - 1].append(value.text)
        }
        return elements
    }

    private static let script = """
        import json, sys
        from pydifact.segmentcollection import Interchange
        levels = {"UNOA": "ascii", "UNOB": "ascii", "UNOC": "iso8859-1", "UNOD": "iso8859-2",
                  "UNOE": "iso8859-5", "UNOF": "iso8859-7", "UNOW": "utf-8"}
        data = sys.stdin.buffer.read()
        start = data.index(b"UNB+") + 4
        text = data.decode(levels[data[start:start + 4].decode()])
        def elements(segment):
            return [[segment.tag]] + [
                list(e) if isinstance(e, list) else [e] for e in segment.elements]
        print(json.dumps([elements(s) for s in Interchange.from_str(text).segments
                          if s.tag != "UNA"]))
        """

    private static func run(_ code: String, input: [UInt8]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", code]
        let stdin = Pipe()
        let stdout = Pipe()
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return output
    }

    private struct Failure: Error {}
}
