import Glibc
import Mail

/// Finds and removes the spooled files that show the items of a forgotten month.
///
/// A file named after an item is that item's. Any other file, such as a lodged CSV, its result or
/// documents merged into one, may hold hundreds of items: it counts by when it was last written.
/// `out/` and `in/` are spools, made again from the journal, so removing too much loses nothing.
struct SpoolPurge {
    private let directory: OfficeDirectory
    private let items: Set<ItemID>
    private let seconds: Range<Int64>

    /// Items of a month, and the month in seconds since 1970.
    init(_ directory: OfficeDirectory, items: Set<ItemID>, seconds: Range<Int64>) {
        self.directory = directory
        self.items = items
        self.seconds = seconds
    }

    /// The files, as paths from the office's root, in order.
    ///
    /// - Throws: ``OfficeFault`` `file_system` where a folder cannot be read: nothing may be missed.
    func files() throws(OfficeFault) -> [String] {
        var found: [String] = []
        for spool in [directory.out, directory.incoming] {
            try collect(String(spool.dropFirst(directory.root.count + 1)), &found)
        }
        return found.sorted()
    }

    /// Removes files; one that is gone already is no fault.
    func remove(_ files: [String]) throws(OfficeFault) {
        for file in files {
            let path = directory.root + "/" + file
            guard unsafe unlink(path) == 0 || errno == ENOENT else {
                throw OutputFolder.fault("remove", path)
            }
        }
    }

    private func collect(_ folder: String, _ found: inout [String]) throws(OfficeFault) {
        for name in try names(in: directory.root + "/" + folder) {
            let path = folder + "/" + name
            var status = stat()
            // The link itself counts, never what it points to.
            guard unsafe lstat(directory.root + "/" + path, &status) == 0 else {
                if errno == ENOENT { continue }
                throw OutputFolder.fault("look at", directory.root + "/" + path)
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                try collect(path, &found)
            } else if belongs(name, writtenAt: Int64(status.st_mtim.tv_sec)) {
                found.append(path)
            }
        }
    }

    private func belongs(_ name: String, writtenAt time: Int64) -> Bool {
        let item = name.drop { $0 == "." }.prefix { $0 != "-" && $0 != "." }
        if let id = ItemID(String(item)) { return items.contains(id) }
        return seconds.contains(time)
    }

    private func names(in folder: String) throws(OfficeFault) -> [String] {
        guard let stream = unsafe opendir(folder) else {
            if errno == ENOENT { return [] }
            throw OutputFolder.fault("read", folder)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw OutputFolder.fault("read", folder) }
        return names
    }
}
