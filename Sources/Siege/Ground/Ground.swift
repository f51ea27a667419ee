import Foundation

/// The one folder that anything in a siege may touch.
///
/// Whatever attacks takes a ``GroundPath``, and only a ground makes one: a path that leads elsewhere
/// does not exist. Links out of it are refused when it is used.
package struct Ground: Sendable {
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    /// Absolute, without links.
    package let root: String

    /// Makes the folder where it is not there yet.
    ///
    /// - Throws: ``Fault`` where there cannot be one.
    package init(making path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard let real = unsafe realpath(path, nil) else {
            throw Fault(description: "\(path): expected a folder, found none")
        }
        defer { unsafe free(real) }
        root = unsafe String(cString: real)
        guard root != "/" else {
            throw Fault(description: "\(path): expected a folder of its own, found the root")
        }
    }

    /// A place below, by names divided by strokes.
    ///
    /// - Throws: ``Fault`` for a path that could lead anywhere else.
    package func path(_ relative: String) throws -> GroundPath {
        let parts = relative.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, parts.allSatisfy({ !["", ".", ".."].contains($0) }),
            !relative.utf8.contains(0)
        else { throw Fault(description: "'\(relative)': expected a path below, found another") }
        return GroundPath(ground: self, relative: relative)
    }

    /// The last name.
    package var name: String { root.split(separator: "/").last.map(String.init) ?? root }

    /// A ground of its own below this one.
    package func ground(_ name: String) throws -> Ground {
        try Ground(making: path(name).absolute)
    }
}

/// A place below a ground: what attackers are handed.
package struct GroundPath: Hashable, Sendable {
    private let root: String
    package let relative: String

    fileprivate init(ground: Ground, relative: String) {
        root = ground.root
        self.relative = relative
    }

    package var absolute: String { root + "/" + relative }

    /// The last name.
    package var name: String {
        relative.split(separator: "/").last.map(String.init) ?? relative
    }

    package static func == (left: GroundPath, right: GroundPath) -> Bool {
        left.absolute == right.absolute
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(absolute) }

    /// The path, when no link on the way leads out of the ground.
    ///
    /// - Throws: ``Ground/Fault``.
    package func checked() throws -> String {
        let folder = absolute[..<(absolute.lastIndex(of: "/") ?? absolute.endIndex)]
        guard let real = unsafe realpath(String(folder), nil) else {
            throw Ground.Fault(description: "\(absolute): expected a folder above it, found none")
        }
        defer { unsafe free(real) }
        let found = unsafe String(cString: real)
        guard found == root || found.hasPrefix(root + "/") else {
            throw Ground.Fault(
                description: "\(absolute): expected to stay below \(root), found \(found)"
            )
        }
        var facts = stat()
        if unsafe lstat(absolute, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK {
            throw Ground.Fault(description: "\(absolute): expected no link, found one")
        }
        return absolute
    }
}
