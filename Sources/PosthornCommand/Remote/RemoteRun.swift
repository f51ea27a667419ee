import Documents
import Glibc
import Mail
import Office

/// The commands that work on an office elsewhere as on one at hand: the same words, the same files.
struct RemoteRun {
    let client: OfficeClient

    func lodge(_ command: LodgeCommand, stop: @escaping () -> Bool) async throws -> LodgeSummary {
        let lodged = try LodgementFile(path: command.file)
        let folder = command.dryRun ? nil : try OutputFolder(command.out)
        let lodging = RemoteLodging(
            client: client,
            file: lodged,
            isDryRun: command.dryRun,
            isStopping: stop
        )
        var sheet = try folder.map { try ResultSheet($0, lodged, json: command.json) }
        var bar = ProgressBar("lodging \(command.file)", total: lodged.size)
        var merging = command.merged ? RemoteMerging(client: client, stem: lodged.stem) : nil
        var read = 0
        var count = 0
        let summary = try await lodging.run(progress: { read = $0 }) { rows in
            for (record, item) in rows {
                let wanted = item.documents
                    .filter { command.documents == .all || $0.kind.isUsual }
                let files = item.id.map { id in wanted.map { ($0.kind, $0.url, id) } } ?? []
                let names: [String]
                if merging == nil {
                    if let folder {
                        try await RemoteLodging.fetch(files, into: folder, from: client)
                    }
                    names = files.map { kind, _, id in kind.fileName(id) }
                } else {
                    names = files.map { kind, _, id in merging?.add(id, kind) ?? "" }
                }
                let paths = zip(files, names)
                    .map { file, name in (kind: file.0, url: "\(command.out)/\(name)") }
                try sheet?.add(record, item, paths)
                if sheet == nil, !command.json { say(record, item) }
                count += 1
                bar.show(read, note: "\(count) items")
            }
        }
        bar.finish()
        if let folder { try await merging?.fetch(into: folder) }
        try sheet?.finish(summary)
        return summary
    }

    /// Checks a file there; records nothing.
    func check(_ file: String, json: Bool, verb: String) async throws -> LodgeSummary {
        let lodged = try LodgementFile(path: file)
        let lodging = RemoteLodging(
            client: client,
            file: lodged,
            isDryRun: true,
            isStopping: { false }
        )
        var count = 0
        if json { Terminal.write("{\"results\":[", to: STDOUT_FILENO) }
        let summary = try await lodging.run(progress: { _ in }) { rows in
            for (record, item) in rows {
                if json {
                    let text = JSONText.write(item.json)
                    Terminal.write((count == 0 ? "" : ",") + text, to: STDOUT_FILENO)
                } else {
                    say(record, item)
                }
                count += 1
            }
        }
        if json {
            Terminal.say(
                "],\"lodged\":\(summary.lodged),\"held\":\(summary.held),"
                    + "\"refused\":\(summary.refused)}"
            )
        } else {
            Terminal.say(SummaryText.text(summary, file: file, verb: verb))
        }
        for note in summary.notes { Terminal.note("note: \(note.text)") }
        return summary
    }

    private func say(_ record: IntakeRecord, _ item: RemoteItem) {
        let rows = record.rowNumbers.map(String.init).joined(separator: ", ")
        let name = record.lodgement.reference.map { " \($0)" } ?? ""
        for finding in item.json["findings"]?.elements ?? [] {
            let words = ["severity", "code"].compactMap { finding[$0]?.text }
            let pointer = finding["pointer"]?.text ?? ""
            let said = ["message", "remedy"].compactMap { finding[$0]?.text }
            Terminal.say(
                "row \(rows)\(name): \(words.joined(separator: " "))"
                    + " at \(pointer.isEmpty ? "/" : pointer): \(said.joined(separator: " "))"
            )
        }
    }

    func show(_ id: ItemID, json: Bool) async throws {
        let answer = try await client.good(.get, "/v1/items/" + id.text).json()
        Terminal.say(json ? JSONText.write(answer) : RemoteSheet.text(answer))
    }

    func documents(_ id: ItemID, into out: String) async throws {
        let answer = try await client.good(.get, "/v1/items/\(id.text)/documents").json()
        let found = (answer["documents"]?.elements ?? []).compactMap(RemoteItem.document)
        let folder = try OutputFolder(out)
        // One record of all of it, and the slip that says which copy it is.
        let kinds = JSONValue.array(found.map { .string($0.kind.rawValue) })
        let reprint = try await client.good(
            .post,
            "/v1/items/\(id.text)/reprints",
            .members([("kinds", kinds)])
        )
        try await RemoteLodging.fetch(
            found.map { ($0.kind, $0.url, id) },
            into: folder,
            from: client
        )
        for document in found { Terminal.say("\(out)/\(document.kind.fileName(id))") }
        if let cover = try reprint.json()["cover"]?.text {
            let name = Reprint.fileName(id)
            try folder.write(try await client.good(.get, cover).bytes, to: name)
            Terminal.say("\(out)/\(name)")
        }
    }
}

/// An item of an office elsewhere, for a person at a terminal.
private enum RemoteSheet {
    static func text(_ answer: JSONValue) -> String {
        let lodgement = answer["lodgement"]
        let state = answer["state"]?.text ?? "–"
        var rows: [(String, String)] = [
            ("item", answer["item"]?.text ?? "–"),
            ("reference", answer["reference"]?.text ?? "–"),
            ("state", "\(state) (\(answer["mode"]?.text ?? "–"))"),
            ("product", lodgement?["product"]?.text ?? "–"),
            ("from", party(lodgement?["sender"])), ("to", party(lodgement?["addressee"])),
        ]
        for line in lodgement?["contents"]?["lines"]?.elements ?? [] {
            let words = ["description", "lineValue", "currency"].compactMap { line[$0]?.text }
            rows.append(("content", words.joined(separator: ", ")))
        }
        for finding in answer["findings"]?.elements ?? [] {
            let words = ["code", "pointer"].compactMap { finding[$0]?.text }
            rows.append(("warning", words.joined(separator: " ")))
        }
        rows.append(("entry", answer["entry"]?.wholeNumber.map(String.init) ?? "–"))
        rows.append(("promise", answer["promise"]?.text ?? "–"))
        return
            rows.map { name, value in
                name + String(repeating: " ", count: 11 - name.count) + value
            }
            .joined(separator: "\n")
    }

    private static func party(_ json: JSONValue?) -> String {
        let lines = json?["lines"]?.elements?.compactMap(\.text) ?? []
        return
            ([json?["name"]?.text, json?["company"]?.text].compactMap(\.self) + lines
            + ["postcode", "locality", "country"].compactMap { json?[$0]?.text })
            .joined(separator: ", ")
    }
}
