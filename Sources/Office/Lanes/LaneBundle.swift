import Journal
package import Ledger
package import Mail
import Rules

/// The lane plan and the rules of the day for a counter without a network: dated and signed.
///
/// `FORMAT.md` beside this file is normative.
package struct LaneBundle: Hashable, Sendable {
    static let title = "posthorn-lane-bundle/v1"
    /// Older than this it warns.
    static let fresh: Int64 = 24 * 3_600_000
    /// Older than this only correspondence is to be taken by it.
    static let longest: Int64 = 72 * 3_600_000

    package let origin: String
    package let at: Moment
    package let timeZone: String
    package let plan: LanePlan
    package let capacity: [CapacityDay]
    /// Rules of the checks that hold on the day or begin later, each in a line.
    package let ruleBook: [RuleLine]

    /// A rule of the checks: what it says, of whom, from when to when, by what law.
    package struct RuleLine: Hashable, Sendable {
        package let codes: [String]
        package let lane: String
        package let from: String?
        package let to: String?
        package let source: String
    }

    /// How far to trust a bundle at a moment.
    package enum Age: String, Hashable, Sendable {
        case fresh
        /// Another is to be fetched.
        case old
        /// By what it says only correspondence is to be taken.
        case lettersOnly = "letters-only"
        /// Its date is to come: one of two clocks is wrong.
        case ahead
    }

    package func age(at now: Moment) -> Age {
        switch now.milliseconds - at.milliseconds {
        case ..<(-Self.patience): .ahead
        case ...Self.fresh: .fresh
        case ...Self.longest: .old
        default: .lettersOnly
        }
    }

    /// Clocks of two machines are never quite the same.
    private static let patience: Int64 = 300_000

    package init(
        _ directory: OfficeDirectory,
        _ ledger: LedgerStore,
        _ zone: String,
        at now: Moment
    )
        throws
    {
        origin = try SigningKey(OfficeOpening.place(directory).keys.signingKey()).verifierKey.name
        at = now
        timeZone = zone
        plan = try ledger.lanePlan()
        capacity = try ledger.capacityDays().filter { $0.day >= now.day }
        ruleBook = RuleBook.core.rows
            .filter { row in row.to.map { $0 >= now.day } ?? true }
            .map { row in
                RuleLine(
                    codes: row.rule.codes.keys.map(\.rawValue).sorted(),
                    lane: row.lane.text,
                    from: row.from?.text,
                    to: row.to?.text,
                    source: row.source.text
                )
            }
    }

    private var json: JSONValue {
        .members([
            ("at", .integer(at.milliseconds)),
            (
                "capacity",
                .array(
                    capacity.map {
                        .string(String(decoding: Entry.capacitySet($0).bytes, as: UTF8.self))
                    }
                )
            ),
            ("plan", plan.recorded),
            (
                "rules",
                .array(
                    ruleBook.map { line in
                        .members([
                            ("codes", .array(line.codes.map { .string($0) })),
                            ("from", .text(line.from)), ("lane", .string(line.lane)),
                            ("source", .string(line.source)), ("to", .text(line.to)),
                        ])
                    }
                )
            ),
            ("timeZone", .string(timeZone)),
        ])
    }

    /// The signed note's text.
    var text: String {
        [
            Self.title, origin, "plan \(plan.version)", "at \(at.text)",
            "warn after \(Moment(milliseconds: at.milliseconds + Self.fresh).text)",
            "letters only after \(Moment(milliseconds: at.milliseconds + Self.longest).text)",
            String(decoding: CanonicalJSON.write(json), as: UTF8.self),
        ]
        .map { $0 + "\n" }.joined()
    }

    /// The bundle's bytes, signed with the office's key.
    package func signed(_ directory: OfficeDirectory) throws -> [UInt8] {
        try OfficeNote.signed(text, directory)
    }
}

extension LaneBundle {
    /// Why bytes are no bundle that can be believed, the first that applies.
    package enum Flaw: Error, Hashable, Sendable, CustomStringConvertible {
        case notSigned(String)
        case otherKind(String)
        case malformed(line: Int)
        /// The signer is not the office that the bundle names.
        case foreignOrigin(expected: String, found: String)

        package var description: String {
            switch self {
            case .notSigned(let why): "expected a bundle with the office's signature: \(why)"
            case .otherKind(let found): "expected '\(LaneBundle.title)', found '\(found)'"
            case .malformed(let line): "line \(line) of the bundle cannot be read"
            case .foreignOrigin(let expected, let found):
                "expected a bundle of \(expected), found one of \(found)"
            }
        }
    }

    /// Reads a bundle that the owner of a verifier key has signed.
    ///
    /// - Throws: ``Flaw``.
    package init(_ bytes: [UInt8], signedBy vkey: String) throws(Flaw) {
        let note: (text: String, signer: String)
        do {
            note = try OfficeNote.read(bytes, signedBy: vkey)
        } catch {
            throw .notSigned("\(error)")
        }
        try self.init(text: note.text)
        guard origin == note.signer else {
            throw .foreignOrigin(expected: note.signer, found: origin)
        }
    }

    private init(text: String) throws(Flaw) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first == Self.title else { throw .otherKind(lines.first ?? "") }
        // The note's text ends in a new line, behind which there is nothing.
        guard lines.count == 8, !lines[1].isEmpty else { throw .malformed(line: lines.count) }
        guard let json = try? JSONReader.read(Array(lines[6].utf8)),
            let plan = json["plan"].flatMap(LanePlan.init(recorded:)),
            let at = json["at"]?.wholeNumber, let zone = json["timeZone"]?.text,
            let days = json["capacity"]?.elements, let rules = json["rules"]?.elements
        else { throw .malformed(line: 7) }
        origin = lines[1]
        self.at = Moment(milliseconds: Int64(at))
        timeZone = zone
        self.plan = plan
        capacity = days.compactMap { day in
            guard let bytes = day.text?.utf8,
                case .capacitySet(let set)? = try? Entry(Array(bytes))
            else { return nil }
            return set
        }
        ruleBook = rules.map { rule in
            RuleLine(
                codes: rule["codes"]?.elements?.compactMap(\.text) ?? [],
                lane: rule["lane"]?.text ?? "",
                from: rule["from"]?.text,
                to: rule["to"]?.text,
                source: rule["source"]?.text ?? ""
            )
        }
        // What is said twice is said once: no line but the one that the JSON and the date make.
        guard self.text == text else { throw .malformed(line: 5) }
    }
}
