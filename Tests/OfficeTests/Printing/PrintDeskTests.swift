import Foundation
import Ledger
import Mail
import NIOCore
import NIOPosix
import Testing

@testable import Office

/// A printer that listens on a port and keeps what comes.
struct ListeningPrinter: Sendable {
    let port: Int
    private let server: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>

    static func start() async throws -> ListeningPrinter {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel
                    )
                }
            }
        return ListeningPrinter(port: server.channel.localAddress?.port ?? 0, server: server)
    }

    /// Everything of the next connection, until it ends.
    func next() async throws -> String {
        try await server.executeThenClose { connections in
            for try await connection in connections {
                return try await connection.executeThenClose { inbound, _ in
                    var all = ByteBuffer()
                    for try await var part in inbound { all.writeBuffer(&part) }
                    return String(buffer: all)
                }
            }
            return ""
        }
    }
}

@Suite("PrintDesk")
struct PrintDeskTests {
    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-print-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func sendsALabelToAPortMovedAsThePrinterNeeds() async throws {
        let listening = try await ListeningPrinter.start()
        let printer = Printer(
            name: "counter",
            way: .zpl(host: "127.0.0.1", port: listening.port),
            kinds: [.label203ZPL],
            offset: PrinterOffset(x: 10, y: -10)
        )
        async let received = listening.next()
        let id = try #require(ItemID("RR473124829GB"))
        let file = IssuedFile(
            kind: .label203ZPL,
            bytes: Array(PrinterSettingsTests.label.utf8)
        )
        let job = try await PrintDesk([printer]).send(file, of: id, to: printer)
        #expect(job.name == "RR473124829GB-label-203.zpl")
        let text = try await received
        #expect(text.contains("^LH8,0\n^LS0\n^LT-8\n"))
        #expect(text.hasSuffix("^XZ\n"))
    }

    @Test func saysWhenNothingAnswers() async throws {
        let printer = Printer(
            name: "counter",
            way: .zpl(host: "127.0.0.1", port: 9),
            kinds: [.label203ZPL]
        )
        await #expect(
            throws: PrintRefusal.unreachable(
                "counter",
                why: "nothing answers at 127.0.0.1:9"
            )
        ) {
            try await PrintDesk([printer]).send([1], .label203ZPL, named: "a.zpl", to: printer)
        }
    }

    @Test func dropsWholeFilesAndKeepsWhatWaits() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let printer = Printer(name: "back", way: .folder(folder.path), kinds: [.cn23])
        let desk = PrintDesk([printer])
        try await desk.send([1, 2], .cn23, named: "a.pdf", to: printer)
        try await desk.send([3], .cn23, named: "a.pdf", to: printer)
        #expect(try names(in: folder) == ["a-2.pdf", "a.pdf"])
        #expect(try Data(contentsOf: folder.appending(path: "a.pdf")) == Data([1, 2]))
        let gone = Printer(name: "gone", way: .folder(folder.path + "/no"), kinds: [.cn23])
        await #expect(throws: PrintRefusal.self) {
            try await desk.send([3], .cn23, named: "a.pdf", to: gone)
        }
    }

    static let desk = PrintDesk([
        Printer(name: "back", way: .folder("a"), kinds: [.cn22, .invoice]),
        Printer(name: "counter", way: .zpl(host: "h", port: 1), kinds: [.label203ZPL]),
        Printer(name: "other", way: .folder("b"), kinds: [.cn22, .label]),
    ])

    private func plan(_ kinds: [DocumentKind]?, to name: String? = nil) throws -> [String] {
        let available: [DocumentKind] = [.cn22, .label, .label203ZPL, .label300ZPL]
        return try Self.desk.plan(kinds, of: available, to: name)
            .map { "\($0.kind.rawValue) \($0.printer.name)" }
    }

    @Test func routesEachDocumentToTheFirstPrinterSetUpForIt() throws {
        #expect(try plan(nil) == ["cn22.pdf back", "label.pdf other", "label-203.zpl counter"])
        #expect(try plan([.cn22]) == ["cn22.pdf back"])
        #expect(try plan(nil, to: "other") == ["cn22.pdf other", "label.pdf other"])
        #expect(try plan([.label], to: "back") == ["label.pdf back"])
        #expect(try plan([.label300ZPL], to: "counter") == ["label-300.zpl counter"])
    }

    @Test func refusesWhatGoesNowhere() {
        #expect(throws: PrintRefusal.kindMissing(.cn23)) { try plan([.cn23]) }
        #expect(throws: PrintRefusal.noRoute(.label300ZPL)) { try plan([.label300ZPL]) }
        #expect(throws: PrintRefusal.notItsKind("counter", .cn22)) {
            try plan([.cn22], to: "counter")
        }
        #expect(
            throws: PrintRefusal.printerUnknown("x", known: ["back", "counter", "other"])
        ) { try plan(nil, to: "x") }
    }

    @Test func printsAnItemAndRecordsThatItWasPrintedAgain() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let yaml = "printers:\n  back: { file: \(folder.path), kinds: [cn22.pdf, label.pdf] }\n"
        let place = try await Workplace()
        try Data(yaml.utf8).write(to: URL(filePath: place.directory.settings))
        try await Workplace.serving(place) { office in
            let item = try #require(try await office.lodge([try Example.packet("a")]).first?.item)
            let jobs = try await office.print(item)
            #expect(jobs.map(\.kind) == [.cn22, .label])
            #expect(try office.ledger.reprints(item.record.id) == 0)
            let again = try await office.print(item, [.label])
            #expect(try office.ledger.reprints(item.record.id) == 1)
            #expect(again.map(\.kind) == [.label, nil])
            #expect(again.last?.name == "\(item.record.id.text)-cover.pdf")
            #expect(try names(in: folder).count == 4)
        }
    }

    @Test func printsATestPageInWhatThePrinterSpeaks() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let desk = PrintDesk([
            Printer(name: "Counter 1", way: .folder(folder.path), kinds: [.label300ZPL]),
            Printer(name: "Back", way: .folder(folder.path), kinds: [.cn22]),
        ])
        try await Workplace.serving { office in
            for name in ["Counter 1", "Back"] {
                try await desk.test(
                    name,
                    office.directory,
                    edition: office.edition,
                    label: .mm100x150
                )
            }
            #expect(try names(in: folder) == ["printer-test.pdf", "printer-test.zpl"])
            let zpl = try Data(contentsOf: folder.appending(path: "printer-test.zpl"))
            #expect(String(decoding: zpl.prefix(30), as: UTF8.self).contains("^PW1181"))
            let pdf = try Data(contentsOf: folder.appending(path: "printer-test.pdf"))
            #expect(pdf.starts(with: Data("%PDF-1".utf8)))
        }
    }
}
