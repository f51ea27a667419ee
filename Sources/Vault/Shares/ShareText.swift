/// Finds the words of shares in a text file: one that we wrote, or what somebody typed.
///
///     # a comment
///     1 duckling    2 enlarge
///     3 academic    …
///
/// Numbers, punctuation and comments are left out. A line `--` parts two shares in one file.
package enum ShareText {
    /// The shares in a file's text, by the name that people know it by.
    package static func shares(
        in text: String,
        name: String
    ) throws(SheetFlaw) -> [ShareSet.Named] {
        var found: [ShareSet.Named] = []
        let parts = parts(of: text)
        for (index, words) in parts.enumerated() {
            let name = parts.count > 1 ? "\(name), part \(index + 1)" : name
            do throws(ShareFlaw) {
                found.append(ShareSet.Named(name: name, share: try Share(words)))
            } catch { throw SheetFlaw(sheet: name, flaw: error) }
        }
        guard !found.isEmpty else { throw SheetFlaw(sheet: name, flaw: .wordCount(0)) }
        return found
    }

    private static func parts(of text: String) -> [String] {
        var parts = [""]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            if line.allSatisfy({ $0 == "-" }) {
                parts.append("")
            } else {
                let words = line.split(whereSeparator: { !$0.isLetter })
                parts[parts.count - 1] += words.joined(separator: " ") + " "
            }
        }
        return parts.filter { $0.contains(where: \.isLetter) }
    }
}
