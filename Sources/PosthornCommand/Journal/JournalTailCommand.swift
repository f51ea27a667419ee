import ArgumentParser
import Journal
import Office

struct JournalTailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Prints the journal's last entries, one JSON object a line.",
        discussion: """
            EXAMPLES
              posthorn journal tail --office office
              posthorn journal tail --office office --count 100
              posthorn journal tail --office office --from 0

            Entries that are durable and not yet in tiles are shown too. What was forgotten reads
            as erased. Every entry is proven against the tree before it is shown.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "How many entries at most.")
    var count: UInt64 = 10

    @Option(help: "The index of the first entry, instead of the last few.")
    var from: UInt64?

    func run() async throws {
        let directory = office.directory
        do {
            let reader = try JournalReader(directory: directory.journal)
            let keys = try KeySources([directory.keys]).keyring()
            let size = reader.size.count
            var cursor = try SealedCursor(
                reader,
                from: EntryIndex(from ?? size - min(size, count)),
                includingTail: true,
                keys: keys,
                missing: .show
            )
            var left = from == nil ? UInt64.max : count
            while left > 0 {
                let entries = try await cursor.next(max: Int(min(left, 1_024)))
                guard !entries.isEmpty else { return }
                left -= UInt64(entries.count)
                for entry in entries {
                    Terminal.say(String(decoding: entry.line, as: UTF8.self))
                }
            }
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: directory.journal)
        } catch let fault as KeysFault {
            throw CommandFailure(.failed, "\(fault.path): \(fault.detail)", hint: fault.hint)
        } catch let fault as EntryFault {
            throw CommandFailure(.verificationFailed, "\(directory.journal): \(fault)")
        }
    }
}
