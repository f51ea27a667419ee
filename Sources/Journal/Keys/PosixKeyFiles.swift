/// Key files in a folder of this machine: the office's `keys/`, or an escrow on another disk.
package struct PosixKeyFiles: KeyFiles {
    package let path: String
    private let disk: PosixDisk

    package init(path: String) {
        self.path = path
        disk = PosixDisk(root: path, isPrivate: true)
    }

    package func names(in folder: String) throws(KeysFault) -> [String] {
        try perform { () throws(JournalFault) in
            try disk.list(folder).filter { !$0.isFolder }.map(\.name).sorted()
        }
    }

    package func read(_ name: String) throws(KeysFault) -> [UInt8]? {
        try perform { () throws(JournalFault) in try disk.read(name) }
    }

    package func write(_ name: String, _ bytes: [UInt8]) throws(KeysFault) {
        try perform { () throws(JournalFault) in
            try disk.makeFolder("")
            if let folder = folder(of: name) { try disk.makeFolder(folder) }
            try disk.replace(name, with: bytes)
        }
    }

    package func remove(_ name: String) throws(KeysFault) {
        try perform { () throws(JournalFault) in
            guard try disk.read(name) != nil else { return }
            try disk.remove([name])
            try disk.syncFolder(folder(of: name) ?? "")
        }
    }

    private func folder(of name: String) -> String? {
        name.lastIndex(of: "/").map { String(name[..<$0]) }
    }

    private func perform<T>(_ body: () throws(JournalFault) -> T) throws(KeysFault) -> T {
        do throws(JournalFault) {
            return try body()
        } catch {
            throw KeysFault(
                .storage,
                path: "\(path)/\(error.path)",
                detail: error.detail,
                hint: error.hint
            )
        }
    }
}
