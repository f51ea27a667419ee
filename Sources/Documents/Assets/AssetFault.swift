/// An asset or font is not what it has to be: not a refusal, somebody has to act.
package struct AssetFault: Error, Hashable, Sendable {
    package enum Code: String, Hashable, Sendable, CaseIterable {
        case fontMissing = "font_missing"
        case fontUnusable = "font_unusable"
        case assetMissing = "asset_missing"
        case assetAltered = "asset_altered"
        case assetUnwritable = "asset_unwritable"
        case editionUnreadable = "edition_unreadable"
    }

    package let code: Code
    /// What was found, with both sides.
    package let message: String
    /// What to do about it.
    package let hint: String

    package init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }
}

extension AssetFault: CustomStringConvertible {
    package var description: String { "\(message)\nhint: \(hint)" }
}
