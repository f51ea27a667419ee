/// A file system that remembers what is durable and what is not.
///
/// Two states stand side by side: what the running process sees, and what would be left if the
/// power failed now. Names change in order (a journalling file system), so a crash keeps the first
/// few of the changes that were not yet synced. Blocks are written in any order, so a crash keeps
/// any of them, and of each any sectors.
struct SimulatedFiles: Sendable {
    /// Bytes that reach the disk together or not at all.
    static let sector = 512

    struct Write: Sendable {
        var offset: Int
        var bytes: [UInt8]
    }

    struct File: Sendable {
        var seen: [UInt8] = []
        var durable: [UInt8] = []
        /// Written and not yet synced.
        var pending: [Write] = []
    }

    enum NameChange: Sendable {
        case link(path: String, file: Int)
        case unlink(path: String)
    }

    private(set) var files: [Int: File] = [:]
    private(set) var names: [String: Int] = [:]
    private var durableNames: [String: Int] = [:]
    private var pendingNames: [NameChange] = []
    private var nextFile = 0

    func file(_ path: String) -> Int? { names[path] }

    func content(_ file: Int) -> [UInt8] { files[file]?.seen ?? [] }

    mutating func create(_ path: String) -> Int {
        nextFile += 1
        files[nextFile] = File()
        link(path, nextFile)
        return nextFile
    }

    mutating func link(_ path: String, _ file: Int) {
        names[path] = file
        pendingNames.append(.link(path: path, file: file))
    }

    mutating func unlink(_ path: String) {
        names[path] = nil
        pendingNames.append(.unlink(path: path))
    }

    /// What the process sees changes at once; what the disk gets may go elsewhere.
    mutating func write(_ file: Int, _ write: Write, landing: Write?) {
        SimulatedFiles.apply(write, to: &files[file, default: File()].seen)
        if let landing { files[file]?.pending.append(landing) }
    }

    mutating func sync(_ file: Int) {
        for write in files[file]?.pending ?? [] {
            SimulatedFiles.apply(write, to: &files[file, default: File()].durable)
        }
        files[file]?.pending = []
    }

    /// A failed sync: the kernel forgets what it could not write, and says so only once.
    mutating func forgetPending(_ file: Int, _ random: inout SplitMix) {
        keepSome(file, &random)
    }

    mutating func syncNames() {
        for change in pendingNames { SimulatedFiles.apply(change, to: &durableNames) }
        pendingNames = []
    }

    /// The power fails: what is left is what is seen from now on.
    mutating func crash(_ random: inout SplitMix) {
        let kept = random.below(pendingNames.count + 1)
        for change in pendingNames[..<kept] { SimulatedFiles.apply(change, to: &durableNames) }
        pendingNames = []
        names = durableNames
        for file in files.keys.sorted() {
            keepSome(file, &random)
            let durable = files[file]?.durable ?? []
            files[file]?.seen = durable
        }
        let alive = Set(names.values)
        files = files.filter { alive.contains($0.key) }
    }

    /// Changes durable bytes behind everyone's back.
    mutating func damage(_ file: Int, _ change: (inout [UInt8]) -> Void) {
        change(&files[file, default: File()].durable)
        change(&files[file, default: File()].seen)
    }

    private mutating func keepSome(_ file: Int, _ random: inout SplitMix) {
        for write in files[file]?.pending ?? [] {
            switch random.below(3) {
            case 0: break
            case 1: SimulatedFiles.apply(write, to: &files[file, default: File()].durable)
            default:
                var start = 0
                while start < write.bytes.count {
                    let room =
                        SimulatedFiles.sector - (write.offset + start) % SimulatedFiles.sector
                    let end = min(write.bytes.count, start + room)
                    if random.oneIn(2) {
                        let part = Write(
                            offset: write.offset + start,
                            bytes: Array(write.bytes[start..<end])
                        )
                        SimulatedFiles.apply(part, to: &files[file, default: File()].durable)
                    }
                    start = end
                }
            }
        }
        files[file]?.pending = []
    }

    private static func apply(_ write: Write, to bytes: inout [UInt8]) {
        let end = write.offset + write.bytes.count
        if bytes.count < end {
            bytes.append(contentsOf: repeatElement(0, count: end - bytes.count))
        }
        bytes.replaceSubrange(write.offset..<end, with: write.bytes)
    }

    private static func apply(_ change: NameChange, to names: inout [String: Int]) {
        switch change {
        case .link(let path, let file): names[path] = file
        case .unlink(let path): names[path] = nil
        }
    }
}
