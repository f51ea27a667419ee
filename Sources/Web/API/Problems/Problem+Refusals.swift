import HTTPTypes
import Hummingbird
import Mail
import Office

extension Problem {
    init(of refusal: WebRefusal) {
        switch refusal {
        case .unauthenticated:
            self.init(ProblemCode.unauthenticated)
            headers[.wwwAuthenticate] = "Bearer realm=\"posthorn\""
        case .notPermitted(let permission):
            self.init(.notPermitted, ["permission": permission.rawValue])
        case .notFound: self.init(ProblemCode.notFound)
        case .bodyTooLarge(let limit): self.init(.bodyTooLarge, ["limit": String(limit)])
        case .bodyMalformed(let flaw): self.init(.jsonMalformed, ["found": flaw])
        case .mediaTypeUnsupported:
            self.init(ProblemCode.mediaTypeUnsupported)
            headers[.accept] = "application/json"
        case .preconditionMissing: self.init(ProblemCode.preconditionMissing)
        case .csrf: self.init(ProblemCode.csrf)
        case .rateLimited(let seconds):
            self.init(.rateLimited, ["seconds": String(seconds)])
            headers[.retryAfter] = String(seconds)
        case .timedOut:
            self.init(ProblemCode.requestTimedOut)
            headers[.retryAfter] = "1"
        }
    }

    init(of refusal: DeskRefusal) {
        switch refusal {
        case .closing:
            self.init(ProblemCode.officeClosing)
            headers[.retryAfter] = "5"
        case .journalDamaged:
            self.init(ProblemCode.journalDamaged)
            headers[.retryAfter] = "10"
        case .busy:
            self.init(ProblemCode.officeBusy)
            headers[.retryAfter] = "1"
        case .vaultUnavailable(let wanted, let found):
            self.init(
                .vaultUnavailable,
                ["expected": String(wanted), "found": String(found)]
            )
            headers[.retryAfter] = "5"
        case .notYetBack(let gap): self.init(gap.back, of: gap.total)
        case .notPermitted(let permission):
            self.init(.notPermitted, ["permission": permission.rawValue])
        case .itemUnknown: self.init(ProblemCode.itemUnknown)
        case .draftUnknown: self.init(ProblemCode.draftUnknown)
        case .draftExpired(let moment): self.init(.draftExpired, ["expired": moment.text])
        case .draftBound(let item):
            self.init(.draftBound, ["item": item.text])
            members = [("item", .string(item.text))]
        case .requestReused: self.init(ProblemCode.idempotencyKeyReused)
        case .versionStale(let expected, let found):
            self.init(.versionStale, ["expected": String(expected), "found": String(found)])
        case .moveIllegal(let from, let to):
            self.init(.moveIllegal, ["from": from.rawValue, "to": to.rawValue])
            members = [
                ("state", .string(from.rawValue)),
                (
                    "possible",
                    .array(
                        ItemState.moves[from, default: []].map(\.rawValue).sorted()
                            .map { .string($0) }
                    )
                ),
            ]
        case .numberWouldChange(let from, let to):
            self.init(.numberWouldChange, ["from": from, "to": to])
        case .customerNotYours(let customer):
            self.init(.customerNotYours, ["found": customer])
        case .findings(let findings):
            self.init(refusing: findings)
        }
    }

    /// An order about lanes; `refusal` is which of them it was, a name that never changes.
    init(of refusal: LaneRefusal) {
        let words = OrderRefusal(refusal)
        if case .planStale(let expected, let found) = refusal {
            self.init(.planStale, ["expected": String(expected), "found": String(found)])
        } else {
            let code: ProblemCode =
                switch words.kind {
                case .unknown: .laneOrderUnknown
                case .malformed: .laneOrderInvalid
                case .refused: .laneOrderRefused
                case .needsApproval: .laneApprovalMissing
                }
            self.init(code, ["found": words.detail])
        }
        members = [("refusal", .string(refusal.name))]
    }

    /// An order about advisories; `refusal` is which of them it was, a name that never changes.
    init(of refusal: AdvisoryRefusal) {
        switch refusal {
        case .lanesMissing, .timesReversed, .updatePast:
            self.init(.advisoryInvalid, ["found": OrderRefusal(refusal).detail])
        case .unknown: self.init(ProblemCode.notFound)
        case .ended(let name, let moment):
            self.init(.advisoryEnded, ["name": name.text, "ended": moment.text])
        case .versionStale(_, let expected, let found):
            self.init(.versionStale, ["expected": String(expected), "found": String(found)])
        }
        members = [("refusal", .string(refusal.name))]
    }

    init(of refusal: WebhookRefusal) {
        switch refusal {
        case .unknown(let id): self.init(.webhookUnknown, ["found": Self.short(id)])
        case .addressMalformed:
            self.init(
                .webhookInvalid,
                ["found": "the address is not one of http or https with a host and no credentials"]
            )
        case .eventUnknown(let event): self.init(.eventUnknown, ["found": String(event)])
        }
    }

    init(of refusal: APIRefusal) {
        switch refusal {
        case .methodNotAllowed(let methods):
            let allowed = methods.joined(separator: ", ")
            self.init(.methodNotAllowed, ["allowed": allowed])
            headers[.allow] = allowed
        case .parameterUnknown(let name, let known):
            self.init(
                .parameterUnknown,
                ["name": name, "known": known.isEmpty ? "–" : known.joined(separator: ", ")]
            )
        case .parameterInvalid(let name, let expected, let found):
            self.init(
                .parameterInvalid,
                ["name": name, "expected": expected, "found": Self.short(found)]
            )
        case .headerInvalid(let name, let expected, let found):
            self.init(
                .headerInvalid,
                ["name": name, "expected": expected, "found": Self.short(found)]
            )
        case .cursorInvalid: self.init(ProblemCode.cursorInvalid)
        case .fields(let findings):
            self.init(.fieldsInvalid, ["count": String(findings.count)])
            self.findings = findings
        case .lodgementRefused(let answer):
            self.init(refusing: answer.findings)
            // What every channel answers, so that one reader serves them all.
            members = answer.members + members
        case .documentUnknown(let kind):
            self.init(.documentUnknown, ["found": Self.short(kind)])
        case .webhookInvalid(let flaw): self.init(.webhookInvalid, ["found": flaw])
        case .proofPending(let entry, let size):
            self.init(.proofPending, ["entry": String(entry), "size": String(size)])
            headers[.retryAfter] = "1"
        }
    }

    /// What is asked for lies in history that is on its way.
    init(_ back: UInt64, of total: UInt64) {
        self.init(.notYetBack, ["back": String(back), "total": String(total)])
        members = [("back", .integer(back)), ("total", .integer(total))]
        headers[.retryAfter] = "30"
    }

    /// A lodgement that is refused for what was found in it.
    private init(refusing findings: [Finding]) {
        let refusing = findings.filter { $0.severity == .refuse }
        let isLodgedBefore = !refusing.isEmpty && refusing.allSatisfy { $0.code == .notYetBack }
        if isLodgedBefore, let details = refusing.first?.details {
            self.init(UInt64(details["back"] ?? "") ?? 0, of: UInt64(details["total"] ?? "") ?? 0)
        } else if let reused = refusing.first(where: { $0.code == .referenceReused }) {
            self.init(.referenceReused, reused.details)
        } else if let lane = refusing.first(where: \.code.isOfLane) {
            self.init(lane: lane)
        } else {
            self.init(.lodgementRefused, ["count": String(refusing.count)])
        }
        self.findings = findings
    }

    /// A lodgement that is refused by the lane plan; `resume_at` is when it may be lodged again.
    private init(lane finding: Finding) {
        self.init(
            finding.code == .laneClosed ? .laneClosed : .laneLimited,
            finding.details
        )
        members = finding.laneMembers
        if let seconds = finding.details["seconds"], finding.code == .laneLimited {
            headers[.retryAfter] = seconds
        }
    }

    /// What was sent, short enough to be sent back.
    private static func short(_ text: String) -> String {
        text.count > 100 ? text.prefix(99) + "…" : text
    }
}
