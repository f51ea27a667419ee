package import Journal

/// What a rescuer has at hand: `keys/` folders, escrows, age identities, and shares on sheets.
///
/// Each path is a file or a folder. Files of words, by themselves or in a folder, are shares: all
/// that were given are put together.
package enum RescueKeys {
    /// - Throws: `KeysFault` as `KeySources` does, ``SheetFlaw`` where shares give no secret.
    package static func sources(_ paths: [String]) throws -> KeySources {
        var shares: [ShareSet.Named] = []
        var others: [String] = []
        for path in paths {
            let found = try Self.shares(at: path)
            shares += found
            if try found.isEmpty || hasKeys(path) { others.append(path) }
        }
        let identities = shares.isEmpty ? [] : [try RecoveryShares.identity(shares)]
        return try KeySources(others, identities: identities)
    }

    private static func shares(at path: String) throws -> [ShareSet.Named] {
        // A file cannot be listed.
        guard let names = try? PosixKeyFiles(path: path).names(in: "") else {
            return try shares(in: path)
        }
        return try names.flatMap { try shares(in: "\(path)/\($0)") }
    }

    private static func shares(in file: String) throws -> [ShareSet.Named] {
        guard let bytes = try PosixKeyFiles(path: file.hasPrefix("/") ? "" : ".").read(file),
            let text = String(validating: bytes, as: UTF8.self), ShareText.isLikely(text)
        else { return [] }
        return try ShareText.shares(in: text, name: file)
    }

    private static func hasKeys(_ path: String) throws -> Bool {
        let folder = PosixKeyFiles(path: path)
        guard let names = try? folder.names(in: "") else { return false }
        return try names.contains(KeysLayout.identity) || !Keyring.wrappedKeys(in: folder).isEmpty
    }
}

extension ShareText {
    /// Whether a text means to be shares: most of its words, comments aside, are of the list.
    ///
    /// Not all: a sheet with a mistyped word is to be refused by name, not passed over.
    static func isLikely(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
            .flatMap { $0.split(whereSeparator: { !$0.isLetter }) }
        let known = words.count { ShareWords.value(of: $0.lowercased()) != nil }
        return known >= 10 && known * 4 >= words.count * 3
    }
}
