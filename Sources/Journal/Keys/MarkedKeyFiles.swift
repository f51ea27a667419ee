/// Key files in a folder that was marked as an office's escrow.
///
/// A medium that is not mounted leaves its empty folder behind: without the mark, copies of keys
/// would be written onto the very disk that they are to survive.
package struct MarkedKeyFiles: KeyFiles {
    package static let mark = "posthorn.escrow"

    private let files: any KeyFiles
    /// The journal's name: an escrow serves one office.
    private let origin: String

    package init(_ files: any KeyFiles, origin: String) {
        self.files = files
        self.origin = origin
    }

    /// Makes a folder this office's escrow.
    ///
    /// - Throws: `differs` when it is another's.
    package func claim() throws(KeysFault) {
        if try files.read(Self.mark) == nil {
            try files.write(Self.mark, Array("\(origin)\n".utf8))
        }
        try requireMark()
    }

    package var path: String { files.path }

    package func names(in folder: String) throws(KeysFault) -> [String] {
        try requireMark()
        return try files.names(in: folder)
    }

    package func read(_ name: String) throws(KeysFault) -> [UInt8]? {
        try requireMark()
        return try files.read(name)
    }

    package func write(_ name: String, _ bytes: [UInt8]) throws(KeysFault) {
        try requireMark()
        try files.write(name, bytes)
    }

    package func remove(_ name: String) throws(KeysFault) {
        try requireMark()
        try files.remove(name)
    }

    private func requireMark() throws(KeysFault) {
        guard let found = try files.read(Self.mark) else {
            throw KeysFault(
                .missing,
                path: files.path,
                detail: "expected an escrow, found no \(Self.mark)",
                hint: "mount the medium, or make the folder an escrow: posthorn keys escrow add"
            )
        }
        guard found == Array("\(origin)\n".utf8) else {
            throw KeysFault(
                .differs,
                path: files.path,
                detail: "expected the escrow of \(origin), found that of "
                    + String(decoding: found.prefix(200), as: UTF8.self).prefix { $0 != "\n" },
                hint: "each office has an escrow of its own: name another folder"
            )
        }
    }
}
