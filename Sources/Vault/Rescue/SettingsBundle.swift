import Journal

/// An office's settings as one asset: the files, and the names of secrets that they refer to.
///
///     posthorn settings v1
///     file <bytes> <name>     and behind the line the bytes and a new line
///     needs <path>            a key or certificate that is no asset and nowhere copied
///
/// The journal names the newest by its digest, as asset `settings`; nobody else can.
package struct SettingsBundle: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        package var name: String
        package var bytes: [UInt8]

        package init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package var files: [File]
    package var needs: [String]

    package init(files: [File], needs: [String]) {
        self.files = files
        self.needs = needs
    }

    /// The name of the asset in the journal's control records.
    package static let asset = "settings"
    private static let title = "posthorn settings v1\n"

    package var bytes: [UInt8] {
        var out = Array(Self.title.utf8)
        for file in files {
            out += Array("file \(file.bytes.count) \(file.name)\n".utf8) + file.bytes + [0x0A]
        }
        for path in needs { out += Array("needs \(path)\n".utf8) }
        return out
    }

    /// Nil unless the bytes are such as `bytes` gives.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.title.utf8) else { return nil }
        self.init(files: [], needs: [])
        var rest = bytes.dropFirst(Self.title.utf8.count)
        while let end = rest.firstIndex(of: 0x0A) {
            let words = String(decoding: rest[..<end], as: UTF8.self)
                .split(separator: " ", maxSplits: 2).map(String.init)
            rest = rest[(end + 1)...]
            if words.count >= 2, words[0] == "needs" {
                needs.append(words.dropFirst().joined(separator: " "))
                continue
            }
            guard words.count == 3, words[0] == "file", let count = Int(words[1]), count >= 0,
                Self.isPlain(words[2]), rest.count > count,
                rest[rest.startIndex + count] == 0x0A
            else { return nil }
            files.append(File(words[2], Array(rest.prefix(count))))
            rest = rest.dropFirst(count + 1)
        }
        guard rest.isEmpty else { return nil }
    }

    /// A name within the office's folder, and no way out of it.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/")
            && name.split(separator: "/", omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    }
}
