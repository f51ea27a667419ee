/// Whose signatures make a checkpoint believable: C2SP tlog-policy.
///
/// ```
/// log <vkey> [<url>]
/// witness <name> <vkey> [<url>]
/// group <name> all|any|<k> <name>…
/// quorum <name>|none
/// ```
package struct TlogPolicy: Hashable, Sendable {
    /// Why a text is no policy: the line and what is wrong with it.
    package struct Flaw: Error, Hashable, Sendable {
        package var line: Int
        package var detail: String
    }

    private struct Group: Hashable, Sendable {
        var needed: Int
        var members: [String]
    }

    package private(set) var logs: [VerifierKey] = []
    /// By name.
    package private(set) var witnesses: [String: VerifierKey] = [:]
    /// Where a witness takes checkpoints, by its name; not every line says.
    package private(set) var addresses: [String: String] = [:]
    private var groups: [String: Group] = [:]
    /// The name of the witness or group that must agree; nil for none.
    package private(set) var quorum: String?

    package init(_ text: String) throws(Flaw) {
        var hasQuorum = false
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            guard let keyword = words.first, !keyword.hasPrefix("#") else { continue }
            let number = offset + 1
            switch keyword {
            case "log" where (2...3).contains(words.count):
                logs.append(try TlogPolicy.key(words[1], .ed25519, line: number))
            case "witness" where (3...4).contains(words.count):
                try refuseTaken(words[1], line: number)
                witnesses[words[1]] = try TlogPolicy.key(words[2], .cosignature, line: number)
                if words.count == 4 { addresses[words[1]] = words[3] }
            case "group" where words.count >= 4:
                try addGroup(words, line: number)
            case "quorum" where words.count == 2:
                guard !hasQuorum else {
                    throw Flaw(line: number, detail: "expected one quorum, found a second")
                }
                hasQuorum = true
                quorum = words[1] == "none" ? nil : words[1]
                if let quorum, !isDefined(quorum) {
                    throw Flaw(line: number, detail: "\(quorum) is not defined above")
                }
            default:
                throw Flaw(line: number, detail: "expected log, witness, group or quorum")
            }
        }
        guard hasQuorum else {
            throw Flaw(line: 0, detail: "expected a quorum line, found none")
        }
        guard !logs.isEmpty else { throw Flaw(line: 0, detail: "expected a log line, found none") }
    }

    private mutating func addGroup(_ words: [String], line: Int) throws(Flaw) {
        try refuseTaken(words[1], line: line)
        let members = Array(words[3...])
        for member in members where !isDefined(member) {
            throw Flaw(line: line, detail: "\(member) is not defined above")
        }
        let needed: Int? =
            switch words[2] {
            case "all": members.count
            case "any": 1
            default: Int(words[2])
            }
        guard let needed, (1...members.count).contains(needed), Set(members).count == members.count
        else {
            throw Flaw(
                line: line,
                detail: "expected all, any or 1 to \(members.count), found \(words[2])"
            )
        }
        groups[words[1]] = Group(needed: needed, members: members)
    }

    private func isDefined(_ name: String) -> Bool {
        witnesses[name] != nil || groups[name] != nil
    }

    private func refuseTaken(_ name: String, line: Int) throws(Flaw) {
        if isDefined(name) || name == "none" {
            throw Flaw(line: line, detail: "\(name) is defined already")
        }
    }

    private static func key(
        _ text: String,
        _ algorithm: VerifierKey.Algorithm,
        line: Int
    ) throws(Flaw) -> VerifierKey {
        do throws(VerifierKey.Flaw) {
            let key = try VerifierKey(text)
            guard key.algorithm == algorithm else { throw .unknownAlgorithm }
            return key
        } catch {
            throw Flaw(line: line, detail: "not a verifier key: \(error.rawValue)")
        }
    }
}

extension TlogPolicy {
    /// Who has signed a checkpoint, and whether that is enough.
    package struct Verdict: Hashable, Sendable {
        package var checkpoint: Checkpoint
        /// The times of valid cosignatures, by the witness's name in the policy.
        package var cosignatures: [String: UInt64]
        package var isQuorum: Bool
    }

    /// Judges a checkpoint.
    ///
    /// A cosignature older than `oldest` (seconds since 1970) does not count: freshness is what
    /// keeps an old tree from being shown as the newest.
    /// - Throws: `CheckpointFlaw` when none of the policy's logs has signed it.
    package func judge(_ note: SignedNote, oldest: UInt64 = 0) throws(CheckpointFlaw) -> Verdict {
        let signed = try SignedCheckpoint(parsing: note.bytes, keys: logs)
        var times: [String: UInt64] = [:]
        for (name, key) in witnesses {
            for line in note.signatures where line.isNamed(like: key) {
                guard let cosignature = Cosignature(line), cosignature.isValid(for: note, by: key)
                else { throw .note(.invalidSignature(name: key.name)) }
                if cosignature.time >= oldest { times[name] = cosignature.time }
            }
        }
        return Verdict(
            checkpoint: signed.checkpoint,
            cosignatures: times,
            isQuorum: isQuorum(Set(times.keys))
        )
    }

    /// Whether these witnesses, by their names, are enough.
    package func isQuorum(_ names: Set<String>) -> Bool {
        quorum.map { agrees($0, signed: names) } ?? true
    }

    /// Groups name only what is defined above them, so this ends.
    private func agrees(_ name: String, signed: Set<String>) -> Bool {
        guard let group = groups[name] else { return signed.contains(name) }
        return group.members.count { agrees($0, signed: signed) } >= group.needed
    }
}
