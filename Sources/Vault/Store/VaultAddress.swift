/// Where a vault is, as people write it: a folder, or `s3+https://host/bucket/prefix`.
package enum VaultAddress: Hashable, Sendable {
    case directory(String)

    /// - Throws: `usage` for a text that names no place.
    package init(_ text: String) throws(VaultFault) {
        guard !text.isEmpty, !text.contains("://") else {
            throw VaultFault(
                .usage,
                text,
                "expected a folder, found no place that is known",
                hint: "write a folder's path"
            )
        }
        self = .directory(text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text)
    }

    package func open(
        credentials: String?,
        clock: VaultClock
    ) throws(VaultFault) -> any VaultStore {
        switch self {
        case .directory(let path): DirectoryVault(path: path)
        }
    }
}

extension VaultAddress: CustomStringConvertible {
    package var description: String {
        switch self {
        case .directory(let path): path
        }
    }
}
