import Journal
package import Mail
package import Vault

/// One sheet of a key ceremony: a share in words, what it opens and how to use it.
package struct RecoverySheet: Sendable {
    package let share: Share
    /// Public: what the three sheets together are the secret of.
    package let recipient: String
    let profile: OfficeProfile
    /// The journal's name: which office this opens.
    let origin: String
    let day: CalendarDay

    package init(
        share: Share,
        recipient: String,
        profile: OfficeProfile,
        origin: String,
        day: CalendarDay
    ) {
        self.share = share
        self.recipient = recipient
        self.profile = profile
        self.origin = origin
        self.day = day
    }

    /// `recovery-4711-sheet-2`: files of two ceremonies do not take each other's names.
    package var name: String { "recovery-\(share.identifier)-sheet-\(share.number)" }

    var title: String {
        SheetTexts.title.in(profile.language)
            .replacing("{number}", with: "\(share.number)")
            .replacing("{count}", with: "\(ShareSet.count)")
    }

    /// What stands at the head, one line each.
    var facts: [(name: String, value: String)] {
        let language = profile.language
        return [
            (SheetTexts.office.in(language), profile.operatorName), ("", origin),
            (SheetTexts.set.in(language), "\(share.identifier)"),
            (SheetTexts.made.in(language), day.text),
        ]
    }

    var opens: String { SheetTexts.opens.in(profile.language) }

    /// What to do, in order.
    var steps: [String] {
        SheetTexts.steps.map { $0.in(profile.language) }
    }

    var commands: [String] {
        [
            "posthorn keys check --office OFFICE --shares FIRST.txt --shares SECOND.txt",
            "posthorn-rescue restore VAULT --keys FOLDER-OF-BOTH-FILES --to NEW-OFFICE",
        ]
    }

    var keep: [String] {
        SheetTexts.keep.map { $0.in(profile.language) }
    }

    /// The plain text: what commands read, comments and words.
    package var text: String {
        var lines = ["# " + title]
        lines += facts.map { $0.name.isEmpty ? "# \($0.value)" : "# \($0.name): \($0.value)" }
        lines.append("# \(SheetTexts.publicPart.in(profile.language)): \(recipient)")
        lines.append("# " + opens)
        lines += steps.enumerated().map { "# \($0 + 1). \($1)" }
        lines += commands.map { "#      " + $0 }
        lines += keep.map { "# " + $0 }
        lines.append("")
        let words = share.words
        for row in stride(from: 0, to: words.count, by: 3) {
            let cells = (row..<min(row + 3, words.count))
                .map { index in "\(index + 1). \(words[index])" }
            lines.append(cells.map { $0.padded(to: 16) }.joined().trimmed)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }

    fileprivate var trimmed: String {
        String(reversed().drop(while: { $0 == " " }).reversed())
    }
}
