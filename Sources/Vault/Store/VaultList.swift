import Journal

/// The vaults of an office: the file `vaults` in its folder, a line each.
///
///     # name    place                                        credentials
///     offsite   s3+https://objects.example/mail-vault/gb     keys/vault-offsite
///     stick     /media/stick/gb
///
/// Text and not a setting among others: whoever rescues the office reads it without our software.
package struct VaultList: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var name: String
        package var address: VaultAddress
        /// A file with two lines, access key and secret; relative to the office's folder.
        package var credentials: String?

        package init(name: String, address: VaultAddress, credentials: String?) {
            self.name = name
            self.address = address
            self.credentials = credentials
        }

        /// The store of a line, whose file of credentials is written relative to the office.
        package func open(
            office: String,
            clock: VaultClock
        ) throws(VaultFault) -> any VaultStore {
            let file = credentials.map { $0.hasPrefix("/") ? $0 : "\(office)/\($0)" }
            return try address.open(credentials: file, clock: clock)
        }
    }

    package private(set) var lines: [Line] = []

    package init() {}

    /// - Throws: `usage` for a line that is none.
    package init(_ text: String) throws(VaultFault) {
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard (2...3).contains(words.count) else {
                throw VaultFault(
                    .usage,
                    "vaults: line \(offset + 1)",
                    "expected a name, a place and perhaps a file of credentials, found '\(line)'",
                    hint: "write `name place [credentials]`"
                )
            }
            try add(
                Line(
                    name: first,
                    address: try VaultAddress(words[1]),
                    credentials: words.count > 2 ? words[2] : nil
                )
            )
        }
    }

    package mutating func add(_ line: Line) throws(VaultFault) {
        guard !lines.contains(where: { $0.name == line.name || $0.address == line.address }) else {
            throw VaultFault(
                .exists,
                "vaults",
                "expected a new name and place, found \(line.name) \(line.address) there already",
                hint: "`posthorn vault list` prints them"
            )
        }
        guard line.name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),
            !line.name.isEmpty
        else {
            throw VaultFault(
                .usage,
                "vaults",
                "expected a name of letters, digits and dashes, found '\(line.name)'",
                hint: "call it offsite, or stick-1"
            )
        }
        lines.append(line)
    }

    package var text: String {
        "# name place credentials\n"
            + lines.map {
                ([$0.name, "\($0.address)"] + [$0.credentials].compactMap(\.self))
                    .joined(separator: " ") + "\n"
            }
            .joined()
    }

    package static let file = "vaults"

    package static func load(
        office: String,
        file: String = VaultList.file
    ) throws(VaultFault) -> VaultList {
        let bytes: [UInt8]?
        do throws(JournalFault) {
            bytes = try PosixDisk(root: office).read(file)
        } catch { throw VaultFault(error, at: office) }
        return try bytes.map { (bytes) throws(VaultFault) in
            try VaultList(String(decoding: bytes, as: UTF8.self))
        } ?? VaultList()
    }

    package func save(office: String, file: String = VaultList.file) throws(VaultFault) {
        do throws(JournalFault) {
            let disk = PosixDisk(root: office)
            try disk.writeResult(NewFile(file, Array(text.utf8)))
            try disk.syncFolder("")
        } catch { throw VaultFault(error, at: office) }
    }

    /// The stores of an office: its embedded copy first, then those of the list.
    package func stores(
        office: String,
        clock: VaultClock
    ) throws(VaultFault) -> [any VaultStore] {
        var stores: [any VaultStore] = [
            DirectoryVault(path: office + "/vault", isEmbedded: true)
        ]
        for line in lines {
            stores.append(try line.open(office: office, clock: clock))
        }
        return stores
    }
}
