import Hummingbird
import Mail

/// Every page of the site, by its path; the API has its own.
package enum SiteMap: String, Hashable, Sendable, CaseIterable {
    case home = "/"
    case display = "/display"
    case asset = "/assets/:name"
    case accessibility = "/accessibility"
    case signIn = "/sign-in"
    case signOut = "/sign-out"
    case setUp = "/set-up"
    case account = "/account"
    case accountPassword = "/account/password"
    case accountCode = "/account/code"
    case accountCodeQR = "/account/code/qr"
    case accountCodeDrop = "/account/code/drop"
    case scan = "/scan"
    case scanner = "/scanner"
    case counter = "/counter"
    case counterLodged = "/counter/lodged/:id"
    case items = "/items"
    case item = "/items/:id"
    case itemAmend = "/items/:id/amend"
    case itemCancel = "/items/:id/cancel"
    case itemReceipt = "/items/:id/receipt"
    case itemDocument = "/items/:id/documents/:kind"
    case itemCover = "/items/:id/reprints/:number"
    case itemReprint = "/items/:id/documents/:kind/reprint"
    case send = "/send"
    case sendTasks = "/send/:token"
    case sendQuestion = "/send/:token/:question"
    case draft = "/drafts/:code"
    case draftQR = "/drafts/:code/qr"
    case upload = "/upload"
    case batch = "/upload/:token"
    case batchLodge = "/upload/:token/lodge"
    case batchFix = "/upload/:token/fix"
    case batchResult = "/upload/:token/result"
    case journal = "/journal"
    case journalCheckpoint = "/journal/checkpoint"
    case journalProof = "/journal/:index/proof"
    case acts = "/acts"
    /// What pages follow, by topic.
    case live = "/live/:topic"
    case requests = "/developers/requests"
    case request = "/developers/requests/:id"
    case keys = "/developers/keys"
    case keyRevoke = "/developers/keys/:id/revoke"
    case webhooks = "/developers/webhooks"
    case webhook = "/developers/webhooks/:id"
    case webhookPing = "/developers/webhooks/:id/ping"
    case webhookStop = "/developers/webhooks/:id/stop"
    case lanes = "/lanes"
    case laneChange = "/lanes/change"
    case laneProposal = "/lanes/proposals/:proposal"
    case laneApprove = "/lanes/proposals/:proposal/approve"
    case laneCancel = "/lanes/proposals/:proposal/cancel"
    case lanePlans = "/lanes/plans"
    case laneReleases = "/lanes/releases"
    case laneRelease = "/lanes/releases/:release"
    case laneForecast = "/lanes/forecast"
    case laneHistory = "/lanes/history"
    case advisories = "/advisories"
    case advisoryEdit = "/advisories/edit"
    case advisoryTold = "/advisories/:name/told"
    case advisoryEnd = "/advisories/:name/end"
    case status = "/status"
    case statusAdvisory = "/status/advisories/:name"
    case statusItems = "/status/items"
    case statusPast = "/status/past"
    case statusNotice = "/status/notice"
    case statusNoticeQR = "/status/notice/qr"
    case statusJSON = "/status.json"
    case statusSummary = "/status/summary.json"
    case statusAtom = "/status/advisories.atom"
    case statusCalendar = "/status/calendar.ics"
    case staff = "/staff"
    case staffStop = "/staff/:name/stop"
    case staffReset = "/staff/:name/reset"

    var route: RouterPath { RouterPath(rawValue) }

    /// The address with its parts put in, in their order, each made safe for an address.
    func path(_ parts: String..., query: [(String, String)] = []) -> String {
        var parts = parts[...]
        let steps = rawValue.split(separator: "/", omittingEmptySubsequences: false)
            .map { step in
                guard step.hasPrefix(":") else { return String(step) }
                guard let part = parts.popFirst() else {
                    preconditionFailure("\(rawValue) has more parts than were given")
                }
                return Self.escaped(part)
            }
        precondition(parts.isEmpty, "\(rawValue) has fewer parts than were given")
        let path = steps.joined(separator: "/")
        let words = query.filter { !$0.1.isEmpty }
            .map { Self.escaped($0.0) + "=" + Self.escaped($0.1) }
        return words.isEmpty ? path : path + "?" + words.joined(separator: "&")
    }

    /// All but unreserved characters as `%XX` (RFC 3986 §2).
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                escaped.append(byte)
            default:
                escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
