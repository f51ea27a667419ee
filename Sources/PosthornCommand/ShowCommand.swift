import ArgumentParser
import Journal
import Mail
import Office
import Vault

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what is recorded of one item.",
        discussion: """
            EXAMPLES
              posthorn show LA990000006GB --office office
              posthorn show LA990000006GB --office office --json
            """
    )

    @Argument(help: "The item: an S10, or an office item number (PH…).")
    var item: ItemArgument

    @OptionGroup var office: OfficeOption
    @OptionGroup var remote: RemoteOption

    @Flag(help: "Print one JSON object: the answer of the day and the lodgement.")
    var json = false

    func run() async throws {
        if let client = try remote.client() {
            return try await RemoteRun(client: client).show(item.id, json: json)
        }
        let view = try await OfficeAtHand.view(office.directory)
        let found = try await view.item(item.id)
        guard let found else {
            throw CommandFailure(
                .notFound,
                "no item \(item.id.text) in \(office.path)",
                hint: "look it up by reference in the result file of its lodgement"
            )
        }
        let record = found.record
        let promise = await promise(of: found)
        let answer = Answer(
            reference: record.lodgement.reference,
            mode: record.mode,
            outcome: .lodged(found),
            documents: PrintStep.all(for: record).map { ($0, $0.fileName(record.id)) },
            language: record.office.language,
            promise: promise
        )
        if json {
            let members = answer.members + [("lodgement", record.lodgement.json)]
            Terminal.say(JSONText.write(.members(members)))
        } else {
            Terminal.say(ItemSheet.text(found, promise))
        }
    }

    /// What holds now: how many vaults, whose canary survived, have the item's entry.
    ///
    /// A list of vaults that cannot be read promises nothing.
    private func promise(of item: RecordedItem) async -> Promise {
        let known = WatchFile.read(office.directory).vaults.filter { $0.value.isVault == true }
        let count = try? await VaultCount.run(
            office: office.directory.root,
            end: TreeSize(item.entry + 1),
            counting: Set(known.keys),
            clock: .machine
        )
        return count.map { $0 == 0 ? .local : .vaulted($0) } ?? .local
    }
}

/// An item for a person at a terminal.
enum ItemSheet {
    static func text(_ found: RecordedItem, _ promise: Promise) -> String {
        let record = found.record
        var rows: [(String, String)] = [
            ("item", record.id.spaced),
            ("reference", record.lodgement.reference ?? "–"),
            ("state", "\(found.state.rawValue) (\(record.mode.rawValue))"),
            ("lodged", record.lodgedAt.text),
            ("product", record.item.product.rawValue),
            ("from", address(record.item.sender)),
            ("to", address(record.item.addressee)),
            ("weight", "\(record.item.grossWeight.kilograms) kg"),
            ("form", "\(record.decision.form.rawValue) (\(record.decision.reason.rawValue))"),
        ]
        for line in record.item.declaration?.lines ?? [] {
            rows.append(
                (
                    "content",
                    "\(line.quantity) × \(line.description), \(line.netWeight.kilograms) kg,"
                        + " \(line.value.text)"
                )
            )
        }
        for warning in record.warnings {
            rows.append(("warning", "\(warning.code.rawValue) \(warning.pointer)"))
        }
        rows.append(("entry", String(found.entry)))
        rows.append(
            (
                "promise",
                promise.copies == 0
                    ? "local: durable on this disk"
                    : "\(promise.text): in so many vaults in other hands"
            )
        )
        return
            rows.map { name, value in
                name + String(repeating: " ", count: 11 - name.count) + value
            }
            .joined(separator: "\n")
    }

    private static func address(_ party: Party) -> String {
        ([party.name, party.company].compactMap(\.self) + party.lines
            + [[party.postcode, party.locality].compactMap(\.self).joined(separator: " ")]
            + [party.country.code])
            .joined(separator: ", ")
    }
}
