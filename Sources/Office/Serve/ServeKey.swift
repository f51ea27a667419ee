import Glibc
import Journal

/// What a served office signs its own cursors with: random, and the same after a restart.
///
/// It protects nothing that a permission does not protect anyway. When it is lost, lists that were
/// left in the middle begin anew.
enum ServeKey {
    private static let size = 32

    /// - Throws: ``OfficeFault`` `file_system`.
    static func bytes(
        _ directory: OfficeDirectory,
        _ random: RandomSource
    ) throws(OfficeFault) -> [UInt8] {
        let path = directory.serveKey
        if let kept = try SmallFile.read(path) {
            if kept.count == size { return kept }
            // A crash while it was first written; nobody was handed anything signed with it.
            unsafe unlink(path)
        }
        let fresh = random.bytes(size)
        try PrivateFile.write(fresh, to: path)
        return fresh
    }
}
