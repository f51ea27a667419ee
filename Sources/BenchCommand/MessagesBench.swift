import ArgumentParser
import Foundation
import Mail
import Messages

/// EDIFACT and ITMATT: what one core reads and writes, beside pydifact in the same run.
struct MessagesBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages",
        abstract: "Tokenises, parses and makes 1,000 ITMATT messages.",
        discussion: "pydifact is measured where POSTHORN_PYTHON (or python3) has it."
    )

    @Option(help: "How many items the interchange holds.")
    var items = 1_000

    @Option(help: "How often each row is measured; the median is shown.")
    var rounds = 15

    func run() throws {
        let attributes = try (0..<items).map(Self.item)
        let itmatt = ITMATT()
        let header = try Self.header()
        guard let bytes = itmatt.encode(attributes, header).bytes else {
            throw ValidationError("the items make no interchange")
        }
        let interchanges = try EDIFACTReader.read(bytes.span).interchanges
        let segments = interchanges.reduce(0) { $0 + $1.segments.count }
        print(
            "\(items) items, \(segments) segments, \(bytes.count) bytes; CPU time, median of \(rounds)"
        )
        try report("tokenise", bytes.count, items) {
            var tokenizer = Tokenizer()
            var tokens = 0
            while let token = try tokenizer.next(in: bytes.span) {
                tokens += token.start < token.end ? 1 : 0
            }
            return tokens
        }
        try report("parse into values", bytes.count, items) {
            try EDIFACTReader.read(bytes.span).interchanges.count
        }
        report("decode to items", bytes.count, items) {
            interchanges.flatMap(\.messages)
                .reduce(0) { $0 + (itmatt.decode($1).item == nil ? 0 : 1) }
        }
        report("encode items", bytes.count, items) {
            itmatt.encode(attributes, header).bytes?.count ?? 0
        }
        try report("write an interchange", bytes.count, items) {
            try interchanges.reduce(0) { try $0 + EDIFACTWriter.write($1).count }
        }
        reportPydifact(bytes)
    }

    private func report(
        _ name: String,
        _ bytes: Int,
        _ items: Int,
        _ body: () throws -> Int
    ) rethrows {
        var times: [Double] = []
        var checksum = 0
        for _ in 0..<max(1, rounds) {
            let start = clock()
            checksum &+= try body()
            times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
        }
        precondition(checksum != 0, "\(name) did something")
        row(name, times.sorted()[times.count / 2], bytes, items)
    }

    private func row(_ name: String, _ seconds: Double, _ bytes: Int, _ items: Int) {
        let speed = Double(bytes) / seconds / 1e6
        let rate = Double(items) / seconds
        let label = name + String(repeating: " ", count: max(1, 24 - name.count))
        print(label + String(format: "%9.1f MB/s %12.0f items/s", speed, rate))
    }

    private func reportPydifact(_ bytes: [UInt8]) {
        guard (try? Self.python("import pydifact", [])) != nil else {
            return print("pydifact parse           not installed")
        }
        let script = """
            import sys, time
            from pydifact.segmentcollection import RawSegmentCollection
            text = sys.stdin.buffer.read().decode("iso8859-1")
            start = time.process_time()
            count = len(RawSegmentCollection.from_str(text).segments)
            print(time.process_time() - start)
            """
        let answer = (try? Self.python(script, bytes)) ?? ""
        guard let seconds = Double(answer.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            return print("pydifact parse           failed")
        }
        row("pydifact parse", seconds, bytes.count, items)
    }

    /// What a Python program prints; it must read all its input.
    private static func python(_ code: String, _ input: [UInt8]) throws -> String {
        let process = Process()
        let python = ProcessInfo.processInfo.environment["POSTHORN_PYTHON"] ?? "python3"
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-W", "ignore", "-c", code]
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        if !input.isEmpty { try stdin.fileHandleForWriting.write(contentsOf: Data(input)) }
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ExitCode(process.terminationStatus) }
        return String(decoding: output, as: UTF8.self)
    }

    private static let moment = Moment(milliseconds: 1_795_426_200_000)

    private static func header() throws -> InterchangeHeader {
        guard let sender = InterchangeHeader.Address("GBA"),
            let recipient = InterchangeHeader.Address("PLA"),
            let reference = ControlReference(1)
        else { throw ValidationError("the header is malformed") }
        return InterchangeHeader(
            sender: sender,
            recipient: recipient,
            prepared: InterchangeHeader.Prepared(moment),
            reference: reference,
            application: "ITMATT",
            isTest: true
        )
    }

    /// One item of two content lines, so that its message has about 23 segments.
    private static func item(_ number: Int) throws -> ItemAttributes {
        let lodgement = """
            { "reference": "order-\(number)", "product": "packet-tracked", "senderKind": "business",
              "sender": { "name": "Ada Fox", "company": "Fox Knits Ltd", "lines": ["12 Mill Lane"],
                "locality": "Leeds", "postcode": "LS1 4AP", "country": "GB",
                "email": "ada@fox.example", "phone": "+441130000000" },
              "addressee": { "name": "Anna Nowak", "lines": ["ul. Prosta \(number % 97)"],
                "locality": "Gdynia", "postcode": "81-001", "country": "PL",
                "phone": "+48120000000" },
              "grossWeight": \(400 + number % 900),
              "contents": { "nature": "sale", "invoice": "INV-\(number)", "lines": [
                { "description": "Knitted cotton jumper, women's", "quantity": 1,
                  "lineNetWeight": 300, "lineValue": "58.00", "currency": "GBP",
                  "tariffCode": "611020", "origin": "GB" }] },
              "postage": { "amount": "12.35", "currency": "GBP" } }
            """
        let json = try JSONReader.read(Array(lodgement.utf8))
        let serial = S10.Serial(99_000_000 + number)
        guard let serial, let country = IssuingCountry("GB") else {
            throw ValidationError("number \(number) is no serial")
        }
        let s10 = S10(service: try ServiceIndicator("LX"), serial: serial, country: country)
        return ItemAttributes(
            id: .s10(s10),
            recorded: moment,
            item: try MailItem(LodgementReader.read(json).lodgement)
        )
    }
}
