import Foundation
import Glibc
import JournalSimulation

/// What malware does to files, on a ground and nowhere else; a seed decides what and where.
package struct Attacker: Sendable {
    private var dice: SplitMix

    package init(seed: UInt64) {
        dice = SplitMix(seed: seed)
    }

    /// A number from 0 up to a limit.
    package mutating func below(_ limit: Int) -> Int { dice.below(limit) }

    /// So many of those, in their order.
    package mutating func choose<Element>(_ count: Int, of all: [Element]) -> [Element] {
        var left = Array(all.indices)
        var chosen: [Int] = []
        for _ in 0..<min(count, all.count) {
            chosen.append(left.remove(at: dice.below(left.count)))
        }
        return chosen.sorted().map { all[$0] }
    }

    package mutating func noise(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            let word = dice.next()
            for shift in 0..<8 {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * shift)))
            }
        }
        return Array(bytes[..<count])
    }

    /// Files below a folder, in order.
    package static func files(_ folder: GroundPath, in ground: Ground) throws -> [GroundPath] {
        let found = FileManager.default.enumerator(atPath: try folder.checked())
        var paths: [String] = []
        while let name = found?.nextObject() as? String {
            if found?.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                paths.append(name)
            }
        }
        return try paths.sorted().map { try ground.path(folder.relative + "/" + $0) }
    }

    /// Encrypts a file in place: as many bytes as before, none of them the same for long.
    package mutating func encrypt(_ file: GroundPath) throws {
        let path = try file.checked()
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        let length = Int(try handle.seekToEnd())
        try handle.seek(toOffset: 0)
        try handle.write(contentsOf: Data(noise(max(length, 1))))
        try handle.synchronize()
        try handle.close()
    }

    /// Cuts a file to a length.
    package static func truncate(_ file: GroundPath, to length: Int) throws {
        guard unsafe Glibc.truncate(try file.checked(), length) == 0 else {
            throw Ground.Fault(description: "\(file.relative): cannot be cut: error \(errno)")
        }
    }

    /// Removes a file, or a folder with all that is in it.
    package static func remove(_ path: GroundPath) throws {
        let path = try path.checked()
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.removeItem(atPath: path)
    }

    /// Copies a file or a folder to a place where nothing is.
    package static func copy(_ from: GroundPath, to: GroundPath) throws {
        try FileManager.default.copyItem(atPath: try from.checked(), toPath: try to.checked())
    }

    package static func write(_ bytes: [UInt8], to file: GroundPath) throws {
        try Data(bytes).write(to: URL(filePath: try file.checked()))
    }

    /// Fills what is left of a file system.
    package static func fill(_ file: GroundPath) throws {
        let handle = unsafe open(
            try file.checked(),
            O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW,
            0o644
        )
        guard handle >= 0 else {
            throw Ground.Fault(description: "\(file.relative): cannot be made: error \(errno)")
        }
        defer { close(handle) }
        for size in [65_536, 4_096, 1] {
            let block = [UInt8](repeating: 0x6A, count: size)
            while unsafe block.withUnsafeBytes({ unsafe Glibc.write(handle, $0.baseAddress, size) })
                > 0
            {}
        }
    }
}
