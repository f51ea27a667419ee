import Crypto
import Journal
package import Mail

/// What stands in a static copy of the status: each file by its digest, as of when, from which plan
/// and which state of the journal; signed, so that a copy on anybody's machine can be checked.
package struct SiteManifest: Hashable, Sendable {
    static let title = "posthorn-status-site/v1"
    /// The manifest's own file.
    package static let name = "manifest.txt"

    package let origin: String
    package let at: Moment
    /// From when on nobody ought to trust it.
    package let stale: Moment
    package let plan: Int
    /// Entries of the journal that the checkpoint beside it covers.
    package let size: UInt64
    /// SHA-256 in hexadecimal, by path.
    package let digests: [String: String]

    package init(
        _ files: [String: [UInt8]],
        origin: String,
        at: Moment,
        stale: Moment,
        plan: Int,
        size: UInt64
    ) {
        self.origin = origin
        self.at = at
        self.stale = stale
        self.plan = plan
        self.size = size
        digests = files.mapValues(Self.digest)
    }

    package static func digest(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(Array(SHA256.hash(data: bytes)))
    }

    var text: String {
        ([
            Self.title, origin, "plan \(plan)", "at \(at.text)", "stale after \(stale.text)",
            "checkpoint \(size)",
        ] + digests.sorted { $0.key < $1.key }.map { $0.value + "  " + $0.key })
        .map { $0 + "\n" }.joined()
    }

    /// The manifest's bytes, signed with the office's key.
    package func signed(_ directory: OfficeDirectory) throws -> [UInt8] {
        try OfficeNote.signed(text, directory)
    }

    /// Why a copy is not to be believed, the first that applies.
    package enum Flaw: Error, Hashable, Sendable, CustomStringConvertible {
        case notSigned(String)
        case otherKind(String)
        case malformed(line: Int)
        case foreignOrigin(expected: String, found: String)

        package var description: String {
            switch self {
            case .notSigned(let why): "expected a manifest with the office's signature: \(why)"
            case .otherKind(let found): "expected '\(SiteManifest.title)', found '\(found)'"
            case .malformed(let line): "line \(line) of the manifest cannot be read"
            case .foreignOrigin(let expected, let found):
                "expected a copy of \(expected), found one of \(found)"
            }
        }
    }

    /// Reads a manifest that the owner of a verifier key has signed.
    ///
    /// - Throws: ``Flaw``.
    package init(_ bytes: [UInt8], signedBy vkey: String) throws(Flaw) {
        let note: (text: String, signer: String)
        do {
            note = try OfficeNote.read(bytes, signedBy: vkey)
        } catch {
            throw .notSigned("\(error)")
        }
        let lines = note.text.split(separator: "\n").map(String.init)
        guard lines.first == Self.title else { throw .otherKind(lines.first ?? "") }
        guard lines.count >= 6 else { throw .malformed(line: lines.count) }
        func value(_ line: Int, _ name: String) throws(Flaw) -> String {
            guard lines[line - 1].hasPrefix(name + " ") else { throw .malformed(line: line) }
            return String(lines[line - 1].dropFirst(name.count + 1))
        }
        func moment(_ line: Int, _ name: String) throws(Flaw) -> Moment {
            guard let moment = OfficeCalendar("UTC")?.moment(try value(line, name)) else {
                throw .malformed(line: line)
            }
            return moment
        }
        guard let plan = Int(try value(3, "plan")) else { throw .malformed(line: 3) }
        guard let size = UInt64(try value(6, "checkpoint")) else { throw .malformed(line: 6) }
        var digests: [String: String] = [:]
        for (place, line) in lines.enumerated().dropFirst(6) {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].utf8.count == 64, parts[1].hasPrefix(" ") else {
                throw .malformed(line: place + 1)
            }
            digests[String(parts[1].dropFirst())] = String(parts[0])
        }
        origin = lines[1]
        at = try moment(4, "at")
        stale = try moment(5, "stale after")
        self.plan = plan
        self.size = size
        self.digests = digests
        guard origin == note.signer else {
            throw .foreignOrigin(expected: note.signer, found: origin)
        }
    }
}

extension PublishedCheckpoint {
    /// The newest published state of an office's journal.
    package init(_ directory: OfficeDirectory) throws {
        let reader = try JournalReader(directory: directory.journal)
        let checkpoint = reader.checkpoint.checkpoint
        self.init(
            note: reader.checkpoint.note.bytes,
            origin: checkpoint.origin,
            size: checkpoint.size.count,
            verifierKeys: reader.keys.map(\.description)
        )
    }
}
