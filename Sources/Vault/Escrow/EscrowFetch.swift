package import Journal

/// Brings what an escrow in a bucket holds to a rescuer's disk, as a folder of the same names.
///
/// The copies are wrapped to the recovery recipients: without the sheets they open nothing.
package enum EscrowFetch {
    /// - Throws: `KeysFault` where the bucket does not answer or holds no copy.
    package static func run(
        _ escrow: any Escrow,
        into folder: String
    ) async throws(KeysFault) -> Int {
        let files = PosixKeyFiles(path: folder)
        let copies = try await escrow.copies()
        guard !copies.isEmpty else {
            throw KeysFault(
                .missing,
                path: escrow.name,
                detail: "expected copies of keys, found none",
                hint: "name the bucket and prefix of the escrow, not those of a vault"
            )
        }
        for copy in copies {
            guard let bytes = try await escrow.read(copy.object) else { continue }
            try files.write(copy.object, bytes)
        }
        return copies.count
    }
}
