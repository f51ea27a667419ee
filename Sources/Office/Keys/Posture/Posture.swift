import Journal
import Vault

/// Judges whether an office would come back: 3 copies, 2 kinds, 1 off-site, 1 locked or offline,
/// 0 errors, and somebody who holds the keys.
package enum Posture {
    /// One requirement and how it stands.
    package struct Line: Hashable, Sendable {
        package enum Verdict: String, Hashable, Sendable {
            case ok
            case fails
            /// Not required, and better otherwise.
            case note
        }

        package let subject: String
        package let verdict: Verdict
        /// Both sides: what is needed, what was found.
        package let why: String
        /// What to do; empty where it is well.
        package let mend: String
    }

    static let copiesNeeded = 3
    static let kindsNeeded = 2
    /// All bytes of every copy are read again within this time (design.md §5).
    static let checkDays = 30

    /// The lines, in the order in which to mend them.
    package static func judge(_ facts: PostureFacts) -> [Line] {
        [
            ceremony(facts.recovery), escrow(facts), copies(facts.copies), kinds(facts.copies),
            offSite(facts.copies), held(facts), errors(facts), witnesses(facts.witnesses),
            credentials(facts.exposed),
        ]
    }

    package static func holds(_ lines: [Line]) -> Bool {
        lines.allSatisfy { $0.verdict != .fails }
    }

    private static func line(
        _ subject: String,
        _ isWell: Bool,
        _ why: String,
        _ mend: String
    ) -> Line {
        Line(subject: subject, verdict: isWell ? .ok : .fails, why: why, mend: isWell ? "" : mend)
    }

    private static func ceremony(_ recovery: PostureFacts.Recovery) -> Line {
        guard recovery.recipients > 0 else {
            return line(
                "ceremony",
                false,
                "nobody but this machine can open the journal",
                "posthorn keys ceremony --out FOLDER-ELSEWHERE"
            )
        }
        guard recovery.isRecorded else {
            return line(
                "ceremony",
                false,
                "the recovery recipients are not those that the journal tells of",
                "find out who changed keys/recovery.recipients; then posthorn keys rotate --recovery"
            )
        }
        return line(
            "ceremony",
            recovery.unwrapped.isEmpty,
            recovery.unwrapped.isEmpty
                ? "recovery recipients: \(recovery.recipients); every data key is wrapped to them"
                : "data keys that they cannot open: \(recovery.unwrapped.joined(separator: ", "))",
            "posthorn keys rotate --identity wraps all keys anew"
        )
    }

    private static func escrow(_ facts: PostureFacts) -> Line {
        let mend = "posthorn keys escrow add FOLDER-ELSEWHERE; then posthorn keys escrow status"
        guard !facts.escrows.isEmpty else {
            return line("escrow", false, "expected a copy of the keys elsewhere, found none", mend)
        }
        let whole = facts.escrows.filter { $0.isWhole(at: facts.now) }
        let others = facts.escrows.filter { !$0.isWhole(at: facts.now) }.map(\.escrow)
        return line(
            "escrow",
            others.isEmpty,
            "whole: \(whole.count) of \(facts.escrows.count)"
                + (others.isEmpty ? "" : "; not \(others.joined(separator: ", "))"),
            "reach it and start the office once: each start renews. See keys escrow status"
        )
    }

    private static func copies(_ copies: [PostureFacts.Copy]) -> Line {
        line(
            "copies",
            copies.count >= copiesNeeded,
            "expected \(copiesNeeded), found \(copies.count): "
                + copies.map(\.name).joined(separator: ", "),
            "posthorn vault add: in other hands, on other software"
        )
    }

    private static func kinds(_ copies: [PostureFacts.Copy]) -> Line {
        let kinds = Set(copies.map(\.kind.rawValue)).sorted()
        return line(
            "kinds",
            kinds.count >= kindsNeeded,
            "expected \(kindsNeeded), found \(kinds.count): \(kinds.joined(separator: ", "))",
            "add a vault of another kind: a store with object lock, or a folder elsewhere"
        )
    }

    private static func offSite(_ copies: [PostureFacts.Copy]) -> Line {
        let names = copies.filter(\.isOffSite).map(\.name)
        return line(
            "off-site",
            !names.isEmpty,
            names.isEmpty ? "expected 1, found 0" : names.joined(separator: ", "),
            "add a vault in another building"
        )
    }

    private static func held(_ facts: PostureFacts) -> Line {
        let names = facts.copies
            .filter { copy in
                switch copy.hold {
                case .nothing: false
                case .locked(let until): until > facts.now
                case .offline: true
                }
            }
            .map(\.name)
        return line(
            "locked or offline",
            !names.isEmpty,
            names.isEmpty ? "expected 1, found 0" : names.joined(separator: ", "),
            "add a vault whose store locks objects, or a medium that you take away"
        )
    }

    private static func errors(_ facts: PostureFacts) -> Line {
        let oldest = facts.now.adding(days: -checkDays)
        for copy in facts.copies {
            guard let errors = copy.errors, let checked = copy.checked else {
                return line(
                    "errors",
                    false,
                    "\(copy.name) was never checked whole",
                    "posthorn vault verify"
                )
            }
            guard errors == 0 else {
                return line(
                    "errors",
                    false,
                    "expected 0, found \(errors) in \(copy.name)",
                    "posthorn verify names each; restore what is damaged from another copy"
                )
            }
            guard checked >= oldest else {
                return line(
                    "errors",
                    false,
                    "\(copy.name) was last checked whole at \(checked), over \(checkDays) days ago",
                    "posthorn vault verify"
                )
            }
        }
        return line("errors", true, "0 in \(facts.copies.count) copies", "")
    }

    private static func credentials(_ exposed: [String]) -> Line {
        line(
            "credentials",
            exposed.isEmpty,
            exposed.isEmpty
                ? "none that a lost life of the office had"
                : "a lost life of the office had them: \(exposed.joined(separator: ", "))",
            "have each giver issue another; then posthorn vault add, or keys escrow add, with it"
        )
    }

    private static func witnesses(_ age: WitnessAge?) -> Line {
        guard let age, age != .notAsked else {
            return Line(
                subject: "witnesses",
                verdict: .note,
                why: "none: nobody outside would notice a rollback",
                mend: "name some in office.yaml: `witnesses: { policy: FILE }`"
            )
        }
        return line(
            "witnesses",
            !age.isAlarm,
            age.text,
            "posthorn journal witness, and see what each of them says"
        )
    }
}
