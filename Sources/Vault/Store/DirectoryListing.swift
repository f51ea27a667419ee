import Journal

/// Names of a directory vault in the order of their bytes, read no further than was asked for: a
/// restore looks at the first few of each prefix, however many there are.
struct DirectoryListing {
    private let disk: PosixDisk
    private let prefix: String
    private let after: String?
    private let limit: Int
    private(set) var found: [String] = []

    init(_ disk: PosixDisk, prefix: String, after: String?, limit: Int) {
        self.disk = disk
        self.prefix = prefix
        self.after = after
        self.limit = limit
    }

    mutating func walk(_ folder: String) throws(JournalFault) {
        let root = folder.isEmpty ? "" : folder + "/"
        // A folder stands where the names below it do: they all begin with its name and a slash.
        let names = try disk.list(folder)
            .map { (path: root + $0.name + ($0.isFolder ? "/" : ""), isFolder: $0.isFolder) }
            .sorted { Salvage.precedes($0.path, $1.path) }
        for (path, isFolder) in names where path != "staging/" {
            guard found.count < limit else { return }
            if isFolder {
                guard path.hasPrefix(prefix) || prefix.hasPrefix(path), !isBehind(path) else {
                    continue
                }
                try walk(String(path.dropLast()))
            } else if path.hasPrefix(prefix), after.map({ Salvage.precedes($0, path) }) ?? true {
                found.append(path)
            }
        }
    }

    /// Whether every name below a folder is one that was given before: "0" follows "/".
    private func isBehind(_ folder: String) -> Bool {
        after.map { !Salvage.precedes($0, folder.dropLast() + "0") } ?? false
    }
}
