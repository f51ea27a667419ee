package import Mail
import Rules

/// The answer to one lodgement, the same on every channel (design.md §8).
package struct Answer: Sendable {
    package let reference: String?
    package let mode: Mode
    package let outcome: LodgeOutcome
    /// The documents written or offered, with where each is to be had.
    package let documents: [(kind: DocumentKind, url: String)]
    package let language: Language
    /// What holds of the item's entry now: durable here, or in so many vaults in other hands.
    package let promise: Promise

    package init(
        reference: String?,
        mode: Mode,
        outcome: LodgeOutcome,
        documents: [(kind: DocumentKind, url: String)],
        language: Language,
        promise: Promise = .local
    ) {
        self.reference = reference
        self.mode = mode
        self.outcome = outcome
        self.documents = documents
        self.language = language
        self.promise = promise
    }

    package var state: String { outcome.item?.state.rawValue ?? "refused" }

    package var findings: [Finding] {
        switch outcome {
        case .lodged(let item), .replayed(let item): item.record.warnings
        case .refused(let findings): findings
        }
    }

    package var json: JSONValue { .members(members) }

    /// The members without the object around them, for what adds its own.
    package var members: [(String, JSONValue?)] {
        [
            ("item", outcome.item.map { .string($0.record.id.text) } ?? .null),
            ("reference", reference.map { .string($0) } ?? .null),
            ("mode", .string(mode.rawValue)),
            ("state", .string(state)),
            ("findings", .array(findings.map { $0.json(in: language) })),
            ("documents", .array(documents.map(Self.document))),
            ("entry", outcome.item.map { .integer($0.entry) } ?? .null),
            ("promise", .string(promise.text)),
        ]
    }

    private static func document(_ document: (kind: DocumentKind, url: String)) -> JSONValue {
        let parts = document.kind.rawValue.split(separator: ".")
        return .members([
            ("kind", .string(String(parts[0]))), ("format", .string(String(parts[1]))),
            ("url", .string(document.url)),
        ])
    }
}

extension Finding {
    /// The finding as a person in that language reads it.
    package func json(in language: Language) -> JSONValue {
        .members(
            [
                ("code", .string(code.rawValue)), ("severity", .string(severity.rawValue)),
                ("pointer", .string(pointer)),
                ("message", .string(FindingText.message(self, language))),
                ("remedy", .string(FindingText.remedy(self, language))),
            ] + laneMembers
        )
    }

    /// Why, by which notice, until when and by which plan, of what the lane plan says: the same
    /// wherever it is said.
    package var laneMembers: [(String, JSONValue?)] {
        switch code {
        case .laneClosed, .laneLimited, .laneHeld, .laneDiverted:
            let resume = details["resume"].flatMap { $0 == "–" ? nil : $0 }
            return [
                ("reason", .text(details["reason"])),
                ("advisory", details["advisory"].map { .string($0) } ?? .null),
                ("advisory_url", details["notice"].map { .string($0) } ?? .null),
                ("next_update_at", details["update"].map { .string($0) } ?? .null),
                ("resume_at", resume.map { .string($0) } ?? .null),
                ("plan", details["plan"].flatMap(Int.init).map { .integer($0) }),
            ]
        default: return []
        }
    }
}
