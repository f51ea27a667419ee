package import Journal

/// What a restore is going to do: a value, printed before anything is written.
package struct RestorePlan: Sendable {
    package let survey: VaultSurvey
    package let source: IncarnationSurvey
    package let walk: HistoryWalk
    package let keys: RestoreKeys
    package let destination: String
    /// The size that will be reached, if every object is what its name and signature say.
    package let size: TreeSize
    /// The size asked for with `--size`.
    package let limit: TreeSize?
    package let way: RestoreWay
    /// Where the vaults are, as the office finds them again.
    package let sources: [RestoringRecord.Source]

    /// With `deskFirst`, where the vaults are: only what the next document needs comes back at once.
    ///
    /// - Throws: `VaultFault` `missing` where nothing can be restored, `exists` where the
    ///   destination is in use.
    package init(
        _ survey: VaultSurvey,
        incarnation: Incarnation?,
        keys: [String],
        to destination: String,
        limit: TreeSize?,
        deskFirst sources: [RestoringRecord.Source]? = nil
    ) async throws {
        let chosen = incarnation.map { survey[$0] } ?? survey.newest
        guard let chosen, chosen.flaw == nil, let key = chosen.key else {
            throw VaultFault(
                .missing,
                survey.stores.map(\.name).joined(separator: ", "),
                "expected an office's history, found none that can be trusted",
                hint: "run `posthorn-rescue survey` on every copy you have"
            )
        }
        self.survey = survey
        source = chosen
        walk = await HistoryWalk(survey.salvage(chosen))
        self.keys = try RestoreKeys(keys, of: [key])
        self.destination = destination
        self.limit = limit
        size = walk.reach(upTo: limit)
        guard size > .zero else {
            throw VaultFault(
                .missing,
                survey.stores.map(\.name).joined(separator: ", "),
                "expected a signed tree of at most \(limit?.description ?? "any") entries, found none",
                hint: "give a larger --size, or another vault"
            )
        }
        try RestoreFolder(destination, chosen.incarnation).refuseInUse()
        self.sources = sources ?? []
        way = sources == nil ? .whole(because: nil) : await Self.way(walk)
    }

    private static func way(_ walk: HistoryWalk) async -> RestoreWay {
        guard let desk = await DeskPlan(walk) else {
            return .whole(because: "no desk snapshot that the journal names is at hand")
        }
        // Nothing would be left to follow.
        return desk.found.firstBundle == 0 ? .whole(because: nil) : .desk(desk)
    }

    /// Entries that come back at once.
    package var present: UInt64 {
        if case .desk(let desk) = way { desk.present } else { size.count }
    }

    /// An earlier size is for reading: nothing may be added to a tree that went on elsewhere.
    package var isReadOnly: Bool { limit != nil && size < walk.largestSigned }

    package var text: String {
        var lines = ["restore \(destination)"]
        lines += survey.stores.map { "  from \($0.name)" }
        lines.append("  incarnation \(source.incarnation) of \(source.key?.name ?? "")")
        switch way {
        case .whole(let reason):
            lines.append("  \(size) entries, each hashed, up to a signed checkpoint")
            if let reason { lines.append("  all of them first: \(reason)") }
        case .desk(let desk):
            lines.append("  the desk first: \(desk.present) of \(size) entries, each hashed")
            lines.append("  the rest follows while the office works; --all brings it now")
        }
        if let cosigned = source.cosigned { lines.append("  witnesses saw size \(cosigned)") }
        if source.signed > size, limit == nil {
            lines.append("  NOT ALL: size \(source.signed) was signed")
        }
        lines.append(
            keys.wrapped == 0
                ? "  no data keys: sealed entries stay closed until you add some with --keys"
                : "  \(keys.wrapped) data keys"
        )
        if isReadOnly {
            lines.append("  an earlier size: to read, not to go on from; no signing key is written")
        } else if keys.signing == nil {
            lines.append("  no signing key of this log: the office can be read and not added to")
        }
        return lines.joined(separator: "\n")
    }

    package var json: String {
        JSONLine.object([
            ("destination", JSONLine.text(destination)),
            ("vaults", JSONLine.list(survey.stores.map { JSONLine.text($0.name) })),
            ("incarnation", JSONLine.text("\(source.incarnation)")),
            ("origin", source.key.map { JSONLine.text($0.name) } ?? "null"), ("size", "\(size)"),
            ("signed", "\(source.signed)"),
            ("cosigned", source.cosigned.map { "\($0)" } ?? "null"),
            ("dataKeys", "\(keys.wrapped)"), ("signingKey", "\(keys.signing != nil)"),
            ("readOnly", "\(isReadOnly)"), ("present", "\(present)"),
        ])
    }
}

/// The folder that is restored into: empty, or left by the same restore.
struct RestoreFolder {
    let root: String
    private let source: Incarnation
    private let disk: PosixDisk

    init(_ root: String, _ source: Incarnation) {
        self.root = root
        self.source = source
        disk = PosixDisk(root: root)
    }

    static let working = "restoring"
    private static let mark = "restoring/of"

    var working: String { root + "/" + Self.working }

    /// - Throws: `exists` unless a restore may write here.
    func refuseInUse() throws(VaultFault) {
        do throws(JournalFault) {
            let names = try disk.list("").map(\.name)
            guard !names.isEmpty else { return }
            if names.contains("journal"), names.contains(Self.working) {
                // The journal got its name, and the process ended there: all is done.
                try clear(Self.working)
            }
            let mark = try disk.read(Self.mark).map { String(decoding: $0, as: UTF8.self) }
            let ours = [text(isDesk: true), text(isDesk: false)]
            guard let mark, !names.contains("journal"), ours.contains(mark) else {
                throw JournalFault(
                    .exists,
                    path: names.contains("journal") ? "journal" : names.sorted()[0],
                    "expected an empty folder, found this",
                    hint: "restore into a new folder; nothing is ever overwritten"
                )
            }
        } catch { throw VaultFault(error, at: root) }
    }

    /// What the mark says: of which incarnation, and whether the desk comes first.
    private func text(isDesk: Bool) -> String { "\(source)\(isDesk ? " desk" : "")\n" }

    /// Marks the folder, so that a restore that was broken off may go on.
    ///
    /// A desk is written anew each time: what an earlier try left may be of another snapshot.
    func begin(isDesk: Bool) throws(JournalFault) {
        try disk.makeFolder("")
        try disk.makeFolder(Self.working)
        let mark = Array(text(isDesk: isDesk).utf8)
        let found = try disk.read(Self.mark)
        if isDesk || found != mark { try clear(Self.working + "/journal") }
        try disk.writeResult(NewFile(Self.mark, mark))
    }

    private func clear(_ folder: String) throws(JournalFault) {
        for name in try disk.list(folder) {
            let path = "\(folder)/\(name.name)"
            if name.isFolder { try clear(path) } else { try disk.remove([path]) }
        }
        try disk.remove([folder])
    }

    func makeFolders() throws(JournalFault) {
        for name in ["assets", "in", "out", "vault"] { try disk.makeFolder(name) }
    }

    func end() throws(JournalFault) {
        try disk.remove([Self.mark, Self.working])
    }
}
