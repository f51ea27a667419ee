import Testing

@testable import Journal

/// What a rescuer may hold, and what it opens; `ours` are the lines that `extract` prints.
@Suite struct KeySourcesTests {
    static func lines(_ folder: TemporaryFolder, _ paths: [String]) async throws -> [String] {
        let keys = try KeySources(paths).keyring()
        var cursor = try SealedCursor(
            JournalReader(directory: folder.journal),
            from: EntryIndex(0),
            keys: keys,
            missing: .show
        )
        return try await SealedJournalTests.all(&cursor)
            .map { String(decoding: $0.line, as: UTF8.self) }
    }

    static func office(_ folder: TemporaryFolder) async throws -> AgeIdentity {
        let recovery = AgeIdentity.generate(.system)
        let office = try await SealedJournal.create(
            at: SealedJournalTests.place(folder),
            origin: SealedJournalTests.origin,
            recovery: [recovery.recipient],
            time: .on("2026-11-24")
        )
        let entries = [#"{"a":"ü"}"#, "[1]", "{\n}"]
            .map {
                PlainEntry(.personal, Array($0.utf8))
            }
        _ = try await office.writer.append(entries, at: .on("2026-11-24"))
        try await office.close()
        return recovery
    }

    static let open = [
        #"{"index":4,"class":"personal","entry":{"a":"ü"}}"#,
        #"{"index":5,"class":"personal","base64":"WzFd"}"#,
        #"{"index":6,"class":"personal","base64":"ewp9"}"#,
    ]

    @Test("a keys folder opens everything, and so does a recovery identity with the escrow")
    func opens() async throws {
        let folder = try TemporaryFolder()
        let recovery = try await Self.office(folder)
        let file = try folder.write(Array("# x\n\(recovery.secretText)\n".utf8), to: "recovery")
        for paths in [["\(folder.path)/keys"], [file, "\(folder.path)/stick"]] {
            let lines = try await Self.lines(folder, paths)
            #expect(Array(lines.suffix(3)) == Self.open)
            #expect(lines.prefix(4).allSatisfy { $0.contains(#""control":{"#) })
        }
    }

    @Test("without a fitting identity everything sealed is locked, and control records are not")
    func locked() async throws {
        let folder = try TemporaryFolder()
        _ = try await Self.office(folder)
        let stranger = AgeIdentity.generate(.system)
        let file = try folder.write(Array(stranger.secretText.utf8), to: "stranger")
        for paths in [[], ["\(folder.path)/stick"], [file, "\(folder.path)/stick"]] {
            let lines = try await Self.lines(folder, paths)
            #expect(lines.count == 7)
            #expect(lines.suffix(3).allSatisfy { $0.contains(#""locked":""#) })
            #expect(lines[6].hasSuffix(#","epoch":"2026-11-personal"}"#))
        }
    }

    @Test("what is no key says so")
    func refused() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write([0x78], to: "text")
        #expect(throws: KeysFault(.content, path: "", detail: "", hint: "")) {
            try KeySources([file])
        }
        #expect(throws: KeysFault(.missing, path: "", detail: "", hint: "")) {
            try KeySources(["\(folder.path)/nothing"])
        }
    }
}
