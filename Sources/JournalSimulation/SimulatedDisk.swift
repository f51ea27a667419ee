package import Journal
import Synchronization

/// A disk in memory that crashes, tears, loses and misdirects as a seed decides.
///
/// Each verb takes the same steps as `PosixDisk`, and the power can fail between any two.
package final class SimulatedDisk: Disk {
    /// What goes wrong, once in so many writes; 0 for never.
    package struct Faults: Hashable, Sendable {
        /// The disk says that it wrote and did not.
        package var lostWrite = 0
        /// The disk wrote somewhere else in the file.
        package var misdirectedWrite = 0

        package init(lostWrite: Int = 0, misdirectedWrite: Int = 0) {
            self.lostWrite = lostWrite
            self.misdirectedWrite = misdirectedWrite
        }
    }

    private struct State: Sendable {
        var files = SimulatedFiles()
        var random: SplitMix
        var faults = Faults()
        /// Steps until the power fails; never when nil.
        var fuse: Int?
        /// Steps until one step fails and changes nothing.
        var failure: Int?
        var isOff = false
        var steps = 0
    }

    private let state: Mutex<State>

    package init(seed: UInt64) {
        state = Mutex(State(random: SplitMix(seed: seed)))
    }

    private init(_ copied: State) {
        state = Mutex(copied)
    }

    /// Another disk with the same bytes.
    package func copy() -> SimulatedDisk {
        SimulatedDisk(state.withLock { $0 })
    }

    /// A step is what happens at once or not at all; after a failed sync, see `forgetPending`.
    private func step<Result>(
        _ path: String,
        syncing file: Int? = nil,
        _ body: (inout State) throws(JournalFault) -> Result
    ) throws(JournalFault) -> Result {
        try state.withLock { (state) throws(JournalFault) -> Result in
            if state.isOff { throw SimulatedDisk.fault(path, "the power is off") }
            if state.fuse == 0 {
                state.isOff = true
                throw SimulatedDisk.fault(path, "the power failed")
            }
            state.steps += 1
            state.fuse = state.fuse.map { $0 - 1 }
            if state.failure == 0 {
                state.failure = nil
                if let file {
                    var random = state.random
                    state.files.forgetPending(file, &random)
                    state.random = random
                }
                throw SimulatedDisk.fault(path, "the call failed")
            }
            state.failure = state.failure.map { $0 - 1 }
            return try body(&state)
        }
    }

    private static func fault(_ path: String, _ detail: String) -> JournalFault {
        JournalFault(.io, path: path, detail, hint: "start again")
    }

    package func list(_ folder: String) throws(JournalFault) -> [DiskName] {
        let prefix = folder.isEmpty ? "" : folder + "/"
        return state.withLock { state in
            var found: Set<DiskName> = []
            for path in state.files.names.keys where path.hasPrefix(prefix) {
                let parts = path.dropFirst(prefix.count).split(separator: "/")
                found.insert(DiskName(name: String(parts[0]), isFolder: parts.count > 1))
            }
            return found.sorted { $0.name < $1.name }
        }
    }

    package func read(_ path: String) throws(JournalFault) -> [UInt8]? {
        state.withLock { state in state.files.file(path).map { state.files.content($0) } }
    }

    package func read(
        _ path: String,
        from offset: Int,
        count: Int
    ) throws(JournalFault) -> [UInt8] {
        guard let bytes = try read(path) else { throw SimulatedDisk.fault(path, "no such file") }
        guard offset < bytes.count else { return [] }
        return Array(bytes[offset..<min(bytes.count, offset + count)])
    }

    package func stage(_ files: [NewFile]) throws(JournalFault) -> [StagedFile] {
        var staged: [(StagedFile, Int)] = []
        for (number, new) in files.enumerated() {
            let path = "staging/\(number)"
            try remove([path])
            let file = try step(path) { $0.files.create(path) }
            try write(file, path, new.bytes, at: 0)
            staged.append((StagedFile(staging: path, path: new.path), file))
        }
        for (file, number) in staged {
            try step(file.staging, syncing: number) { $0.files.sync(number) }
        }
        return staged.map(\.0)
    }

    package func publish(_ files: [StagedFile]) throws(JournalFault) {
        for file in files {
            if let old = try read(file.path) {
                guard try read(file.staging) == old else {
                    throw JournalFault(
                        .differentBytes,
                        path: file.path,
                        "expected the same bytes, found others",
                        hint: "restore from a vault"
                    )
                }
            } else {
                try step(file.path) { (state) throws(JournalFault) in
                    guard let staged = state.files.file(file.staging) else {
                        throw SimulatedDisk.fault(file.staging, "no such file")
                    }
                    state.files.link(file.path, staged)
                }
            }
            try remove([file.staging])
        }
        try step("") { $0.files.syncNames() }
    }

    package func replace(_ path: String, with bytes: [UInt8]) throws(JournalFault) {
        for staged in try stage([NewFile(path, bytes)]) {
            try step(path) { state in
                if let file = state.files.file(staged.staging) {
                    state.files.link(path, file)
                    state.files.unlink(staged.staging)
                }
            }
        }
        try step("") { $0.files.syncNames() }
    }

    package func remove(_ paths: [String]) throws(JournalFault) {
        for path in paths where try read(path) != nil {
            try step(path) { $0.files.unlink(path) }
        }
    }

    package func createAppendFile(_ path: String) throws(JournalFault) -> any AppendFile {
        guard try read(path) == nil else { throw SimulatedDisk.fault(path, "the file exists") }
        let file = try step(path) { $0.files.create(path) }
        try step("") { $0.files.syncNames() }
        return SimulatedAppendFile(disk: self, file: file, path: path)
    }

    package func lock() throws(JournalFault) -> any DiskLock { SimulatedLock() }

    fileprivate func write(
        _ file: Int,
        _ path: String,
        _ bytes: [UInt8],
        at offset: Int
    ) throws(JournalFault) {
        try step(path) { state in
            let write = SimulatedFiles.Write(offset: offset, bytes: bytes)
            var landing: SimulatedFiles.Write? = write
            if state.faults.lostWrite > 0, state.random.oneIn(state.faults.lostWrite) {
                landing = nil
            } else if state.faults.misdirectedWrite > 0,
                state.random.oneIn(state.faults.misdirectedWrite)
            {
                let sectors = state.files.content(file).count / SimulatedFiles.sector + 4
                landing?.offset = state.random.below(sectors) * SimulatedFiles.sector
            }
            state.files.write(file, write, landing: landing)
        }
    }

    fileprivate func sync(_ file: Int, _ path: String) throws(JournalFault) {
        try step(path, syncing: file) { $0.files.sync(file) }
    }
}

extension SimulatedDisk {
    /// Steps taken so far.
    package var steps: Int { state.withLock(\.steps) }

    package var paths: [String] { state.withLock { $0.files.names.keys.sorted() } }

    package func set(_ faults: Faults) {
        state.withLock { $0.faults = faults }
    }

    /// Lets the power fail after so many more steps.
    package func failPower(after steps: Int) {
        state.withLock { $0.fuse = steps }
    }

    /// Lets one step fail, after so many that do not.
    package func failOnce(after steps: Int) {
        state.withLock { $0.failure = steps }
    }

    /// Starts the machine again on what the power failure left.
    package func restart() {
        state.withLock { state in
            var random = state.random
            state.files.crash(&random)
            state.random = random
            state.fuse = nil
            state.failure = nil
            state.isOff = false
        }
    }

    /// Starts the process again, and the machine only if its power is off.
    package func survive() {
        let isOff = state.withLock { state in
            state.fuse = nil
            state.failure = nil
            return state.isOff
        }
        if isOff { restart() }
    }

    /// Changes a file's bytes behind everyone's back.
    package func damage(_ path: String, _ change: (inout [UInt8]) -> Void) {
        state.withLock { state in
            if let file = state.files.file(path) { state.files.damage(file, change) }
        }
    }

    /// Puts a file there that nobody wrote through the journal.
    package func plant(_ path: String, _ bytes: [UInt8]) {
        state.withLock { state in
            let file = state.files.create(path)
            let write = SimulatedFiles.Write(offset: 0, bytes: bytes)
            state.files.write(file, write, landing: write)
            state.files.sync(file)
            state.files.syncNames()
        }
    }

    /// Takes a file away behind everyone's back.
    package func lose(_ path: String) {
        state.withLock { state in
            state.files.unlink(path)
            state.files.syncNames()
        }
    }
}

private struct SimulatedAppendFile: AppendFile {
    let disk: SimulatedDisk
    let file: Int
    let path: String

    func write(_ bytes: [UInt8], at offset: Int) throws(JournalFault) {
        try disk.write(file, path, bytes, at: offset)
    }

    func sync() throws(JournalFault) {
        try disk.sync(file, path)
    }
}

private struct SimulatedLock: DiskLock {
    func release() {}
}
