import Glibc
import Mail

/// A folder that a static copy of the status lies in, for a web server elsewhere to fetch.
///
/// Each file is whole under its name at any moment; the manifest comes last, so a copy that was
/// fetched half way does not check. Files that are not ours are left alone.
package struct SiteFolder: Sendable {
    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Writes what changed and the manifest, then removes what the manifest before had and this one
    /// has not.
    package func write(_ files: [String: [UInt8]], manifest: [UInt8]) throws(OfficeFault) {
        let before = names(read(SiteManifest.name) ?? [])
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where read(name) != bytes {
            try write(bytes, to: name)
        }
        try write(manifest, to: SiteManifest.name)
        // A crash here leaves a page that no other page leads to.
        for name in before where files[name] == nil && Self.isInside(name) {
            guard unsafe unlink(path + "/" + name) == 0 || errno == ENOENT else {
                throw OutputFolder.fault("remove", path + "/" + name)
            }
        }
    }

    package func read(_ name: String) -> [UInt8]? {
        Self.isInside(name) ? try? SmallFile.read(path + "/" + name) : nil
    }

    /// The files that a manifest names; whoever signed it, it is our own folder.
    private func names(_ manifest: [UInt8]) -> [String] {
        String(decoding: manifest, as: UTF8.self).split(separator: "\n")
            .filter { $0.utf8.count > 66 && $0.dropFirst(64).hasPrefix("  ") }
            .map { String($0.dropFirst(66)) }
    }

    private static func isInside(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
    }

    private func write(_ bytes: [UInt8], to name: String) throws(OfficeFault) {
        let file = path + "/" + name
        let folder = file.prefix(upTo: file.lastIndex(of: "/") ?? file.startIndex)
        let output = try OutputFolder(String(folder))
        let last = String(file.dropFirst(folder.count + 1))
        try output.write(bytes, to: last + ".partial")
        guard unsafe rename(file + ".partial", file) == 0 else {
            throw OutputFolder.fault("rename", file + ".partial")
        }
    }
}
