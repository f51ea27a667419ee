/// An escrow in a folder: another disk, a stick, a mounted share.
///
/// A folder cannot hold anybody to a lock. The ends of locks are written beside the objects,
/// honoured by this code and readable by people; who must be held uses an object store with locks.
package struct DirectoryEscrow: Escrow {
    private static let locks = "locks"
    private let files: any KeyFiles

    package init(files: any KeyFiles) {
        self.files = files
    }

    package var name: String { "escrow at \(files.path)" }

    package func put(
        _ object: String,
        _ bytes: [UInt8],
        lockedUntil: UnixTime
    ) async throws(KeysFault) {
        if let found = try files.read(object) {
            guard found == bytes else {
                throw KeysFault(
                    .differs,
                    path: "\(files.path)/\(object)",
                    detail: "expected \(bytes.count) bytes of our own, found others",
                    hint: "somebody wrote here: move the file away, keep it, and try again"
                )
            }
        } else {
            // The lock is first: a crash between the two leaves a lock of nothing, never a copy
            // of a key that no list can give a date for.
            try await renew(object, lockedUntil: lockedUntil)
            try files.write(object, bytes)
        }
        try await renew(object, lockedUntil: lockedUntil)
    }

    package func renew(_ object: String, lockedUntil: UnixTime) async throws(KeysFault) {
        if let end = try lockEnd(of: object), end >= lockedUntil { return }
        try files.write("\(Self.locks)/\(object)", Array("\(lockedUntil)\n".utf8))
    }

    package func copies() async throws(KeysFault) -> [EscrowCopy] {
        var copies: [EscrowCopy] = []
        for object in try files.names(in: "") where object.hasSuffix(".age") {
            // A copy without a lock may have been put there by hand: it can die at any time.
            let end = try lockEnd(of: object) ?? UnixTime(seconds: 0)
            copies.append(EscrowCopy(escrow: name, object: object, lockedUntil: end))
        }
        return copies
    }

    package func read(_ object: String) async throws(KeysFault) -> [UInt8]? {
        try files.read(object)
    }

    package func remove(_ object: String, at now: UnixTime) async throws(KeysFault) {
        if let end = try lockEnd(of: object), end > now {
            throw KeysFault(
                .locked,
                path: "\(files.path)/\(object)",
                detail: "locked until \(end)",
                hint: "wait for that day"
            )
        }
        // A crash between the two leaves a lock of nothing.
        try files.remove(object)
        try files.remove("\(Self.locks)/\(object)")
    }

    private func lockEnd(of object: String) throws(KeysFault) -> UnixTime? {
        let lock = "\(Self.locks)/\(object)"
        guard let bytes = try files.read(lock) else { return nil }
        guard let end = UnixTime(String(decoding: bytes.prefix(20), as: UTF8.self)) else {
            throw KeysFault(
                .content,
                path: "\(files.path)/\(lock)",
                detail: "expected a time, found others",
                hint: "write the end of the lock into it, such as 2026-12-29T00:00:00Z"
            )
        }
        return end
    }
}
