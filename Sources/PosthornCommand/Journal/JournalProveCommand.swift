import ArgumentParser
import Journal
import Office

struct JournalProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Writes a receipt that proves an entry to anyone, offline (tlog-proof).",
        discussion: """
            EXAMPLES
              posthorn journal prove 4711 --office office --out receipts
              posthorn journal prove 4711 --office office --out receipts --disclose

            Any tlog verifier checks the receipt against the journal's verifier key. With --disclose
            it also holds the key that opens this entry, and no other entry of its month.
            """
    )

    @Argument(help: "The index of the entry.")
    var index: UInt64

    @OptionGroup var office: OfficeOption

    @Option(help: "The folder to write into.")
    var out = "."

    @Flag(help: "Let whoever holds the receipt read this entry.")
    var disclose = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let directory = office.directory
        do {
            let reader = try JournalReader(directory: directory.journal)
            guard EntryIndex(index) < reader.size.next else {
                throw CommandFailure(
                    .notFound,
                    "entry \(index): expected an index below \(reader.size)",
                    hint: "`posthorn journal checkpoint` prints the size"
                )
            }
            let place = EntryIndex(index)
            let receipts =
                disclose
                ? try Disclosure(
                    of: place,
                    from: reader,
                    keys: KeySources([directory.keys]).keyring()
                )
                .receipts
                : [try reader.receipt(for: place)]
            let disk = PosixDisk(root: out)
            try disk.makeFolder("")
            var paths: [String] = []
            for receipt in receipts {
                paths.append("entry-\(receipt.index).tlog-proof")
                try disk.writeResult(NewFile(paths[paths.count - 1], receipt.bytes))
            }
            let files = paths.map { "\(out)/\($0)" }
            Terminal.say(
                json
                    ? JSONLine.object([
                        ("index", "\(index)"), ("size", "\(reader.size)"),
                        ("disclosed", "\(disclose)"),
                        ("files", "[" + files.map(JSONLine.text).joined(separator: ",") + "]"),
                    ]) : files.joined(separator: "\n")
            )
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: directory.journal)
        } catch let flaw as DisclosureFlaw {
            throw CommandFailure(.failed, "\(flaw)")
        } catch let fault as KeysFault {
            throw CommandFailure(.failed, "\(fault.path): \(fault.detail)", hint: fault.hint)
        }
    }
}
