import Testing

@testable import Journal

@Suite("PosixDisk")
struct DiskPosixTests {
    @Test("a name is given once: the same bytes are fine, others are refused")
    func immutable() throws {
        let folder = try TemporaryFolder()
        let disk = PosixDisk(root: folder.path)
        let file = NewFile("tile/entries/x001/000", [1, 2, 3])
        for _ in 0..<2 { try disk.publish(disk.stage([file])) }
        #expect(try disk.read(file.path) == [1, 2, 3])
        #expect(try disk.list("staging").isEmpty)
        let other = try disk.stage([NewFile(file.path, [1, 2, 4])])
        let fault = #expect(throws: JournalFault.self) { try disk.publish(other) }
        #expect(fault?.code == .differentBytes && fault?.path == file.path)
        #expect(try disk.read(file.path) == [1, 2, 3])
    }

    @Test("staging again after a crash between link and unlink leaves the published file alone")
    func stagedTwice() throws {
        let folder = try TemporaryFolder()
        let disk = PosixDisk(root: folder.path)
        try disk.publish(disk.stage([NewFile("one", [1])]))
        // Both names of one file, as the crash leaves them.
        try disk.publish([StagedFile(staging: "one", path: "staging/0")])
        try disk.publish(disk.stage([NewFile("one", [1])]))
        _ = try disk.stage([NewFile("two", [2, 2])])
        #expect(try disk.read("one") == [1])
    }

    @Test("what is absent is read as nothing and removed without complaint")
    func absent() throws {
        let disk = PosixDisk(root: try TemporaryFolder().path)
        #expect(try disk.read("none") == nil)
        #expect(try disk.list("none").isEmpty)
        try disk.remove(["none"])
    }

    @Test(
        "the file system of a lock is found by its device",
        arguments: [("0:45", "nfs4"), ("8:1", "ext4"), ("9:9", nil)] as [(String, Substring?)]
    )
    func fileSystem(device: String, type: Substring?) {
        let mounts = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            40 22 0:45 / /srv rw,relatime shared:7 - nfs4 server:/export rw,vers=4.2
            """
        #expect(PosixLock.fileSystem(of: device, mounts: mounts) == type)
    }
}
