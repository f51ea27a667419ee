package import Journal

/// Shares in a text as people type them: a share on one line or on several, others set off by an
/// empty line; lines that start with `#` are aside.
package struct ShareFile: Sendable {
    package let shares: [SecretShare]

    /// - Throws: `KeysFault` `content` that names the share whose words are wrong.
    package init(_ text: String, path: String) throws(KeysFault) {
        var blocks: [[Substring]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) {
                blocks.append([])
            } else if !line.hasPrefix("#") {
                blocks[blocks.count - 1].append(line)
            }
        }
        var shares: [SecretShare] = []
        for (number, block) in blocks.filter({ !$0.isEmpty }).enumerated() {
            do throws(SecretShare.Flaw) {
                shares.append(try SecretShare(block.joined(separator: " ")))
            } catch {
                throw ShareFile.fault(path, "share \(number + 1): \(error)")
            }
        }
        self.shares = shares
    }

    /// Whether a text means to be shares: its first word is one of the 1,024.
    package static func looksLikeShares(_ text: String) -> Bool {
        let words = text.split(separator: "\n").first { !$0.hasPrefix("#") }?
            .split(whereSeparator: \.isWhitespace)
        return words?.first.map { ShareWords.places[$0.lowercased()] != nil } ?? false
    }

    /// The recovery identity that shares from any number of files give.
    package static func identity(
        _ shares: [SecretShare],
        path: String
    ) throws(KeysFault) -> AgeIdentity {
        let secret: [UInt8]
        do throws(SecretShare.Flaw) {
            secret = try SecretShare.combine(shares)
        } catch { throw fault(path, "\(error)") }
        guard let identity = try? AgeIdentity(scalar: secret) else {
            throw fault(path, "the secret has \(secret.count) bytes and is no identity")
        }
        return identity
    }

    private static func fault(_ path: String, _ detail: String) -> KeysFault {
        KeysFault(
            .content,
            path: path,
            detail: detail,
            hint: "compare with the sheet; each share has 33 words"
        )
    }
}

/// The sheet that a ceremony prints: one share a page, and what whoever holds it must know.
package struct ShareSheet: Sendable {
    package let recipient: AgeRecipient
    package let shares: [SecretShare]
    package let made: UnixTime

    package init(_ recipient: AgeRecipient, _ shares: [SecretShare], made: UnixTime) {
        self.recipient = recipient
        self.shares = shares
        self.made = made
    }

    package var text: String {
        shares.map(page).joined(separator: "\u{0C}\n")
    }

    private func page(_ share: SecretShare) -> String {
        let words = share.words
        let rows = stride(from: 0, to: words.count, by: 3)
            .map { start in
                words[start..<min(start + 3, words.count)].enumerated()
                    .map { offset, word in
                        let number = "\(start + offset + 1)"
                        let space = String(repeating: " ", count: 4 - number.count)
                        return space + number + " " + word
                            + String(repeating: " ", count: max(1, 10 - word.count))
                    }
                    .joined()
            }
        return """
            # POSTHORN RECOVERY SHARE \(share.member + 1) OF \(shares.count)
            # Any \(share.threshold) of \(shares.count) open what this office has sealed. One alone opens nothing.
            # Made \(made) for \(recipient)
            # Keep it on paper, away from the office and from the other shares. Copy it nowhere else.
            #
            \(rows.map { "# " + $0 }.joined(separator: "\n"))
            #
            # To recover, type the words on one line, without numbers, one share a line with an empty
            # line between, and give the file with --keys (docs/RECOVERY.md).

            \(words.joined(separator: " "))

            """
    }
}
