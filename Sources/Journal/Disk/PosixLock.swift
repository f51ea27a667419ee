import Glibc
import Synchronization

/// `flock` on the journal's folder: it dies with the process, so a crash leaves nothing behind.
final class PosixLock: DiskLock {
    private let file: Mutex<Int32>

    init(folder: String) throws(JournalFault) {
        let descriptor = PosixCalls.open(folder, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else {
            throw JournalFault(
                .missing,
                path: folder,
                "there is no such folder",
                hint: "check the path, or make an office with `posthorn init`"
            )
        }
        file = Mutex(descriptor)
        try PosixLock.refuseNetwork(descriptor, folder)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw PosixCalls.fault("flock", folder) }
            throw JournalFault(
                .locked,
                path: folder,
                "another process is writing this journal",
                hint: "stop `posthorn serve` on this office, or send the command through it"
            )
        }
    }

    deinit {
        release()
    }

    func release() {
        file.withLock { descriptor in
            guard descriptor >= 0 else { return }
            // A child that is just being started may hold a copy of the descriptor for a moment:
            // closing ours would leave the lock to it.
            flock(descriptor, LOCK_UN)
            close(descriptor)
            descriptor = -1
        }
    }

    /// File systems on which a lock held here says nothing to another machine.
    private static let networkTypes: Set<Substring> = [
        "9p", "afs", "ceph", "cifs", "coda", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs",
        "fuse.sshfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs",
    ]

    private static func refuseNetwork(_ descriptor: Int32, _ folder: String) throws(JournalFault) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw PosixCalls.fault("fstat", folder)
        }
        let mounts = try PosixDisk(root: "/proc/self").readAll("mountinfo")
        // makedev(3): 12 + 20 bits of major number around 8 + 24 bits of minor number.
        let number = UInt64(status.st_dev)
        let major = number >> 8 & 0xFFF | number >> 32 & 0xFFFF_F000
        let minor = number & 0xFF | number >> 12 & 0xFFFF_FF00
        let device = "\(major):\(minor)"
        guard let type = fileSystem(of: device, mounts: String(decoding: mounts, as: UTF8.self)),
            networkTypes.contains(type)
        else { return }
        throw JournalFault(
            .networkFileSystem,
            path: folder,
            "expected a local file system, found \(type), where a lock stops no other machine",
            hint: "keep the journal on a local disk and copy it to the network as a vault"
        )
    }

    /// The type in a line of proc(5) mountinfo: `36 35 98:0 / /mnt rw - ext3 /dev/root rw`.
    static func fileSystem(of device: String, mounts: String) -> Substring? {
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2, fields[2] == device,
                let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
            else { continue }
            return fields[dash + 1]
        }
        return nil
    }
}
