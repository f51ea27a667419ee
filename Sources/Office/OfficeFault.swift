/// Something about the office that should not be, with what to do about it.
package struct OfficeFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        case officeExists = "office_exists"
        case officeMissing = "office_missing"
        case settingsMalformed = "settings_malformed"
        case rangeRefused = "range_refused"
        case officeBusy = "office_busy"
        case journalDamaged = "journal_damaged"
        case entryUnreadable = "entry_unreadable"
        case documentDiffers = "document_differs"
        case editionDiffers = "edition_differs"
        case messageRefused = "message_refused"
        case assetsMissing = "assets_missing"
        case vaultFault = "vault_fault"
        case snapshotUnusable = "snapshot_unusable"
        case notYetBack = "not_yet_back"
        case fileSystem = "file_system"
    }

    package let code: Code
    package let detail: String
    package let hint: String

    package init(_ code: Code, _ detail: String, hint: String) {
        self.code = code
        self.detail = detail
        self.hint = hint
    }

    package var description: String { detail }
}
