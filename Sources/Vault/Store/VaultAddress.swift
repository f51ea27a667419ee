/// Where a vault is, as people write it: a folder, or `s3+https://host/bucket/prefix`.
package enum VaultAddress: Hashable, Sendable {
    case directory(String)
    case s3(S3Place)

    /// - Throws: `usage` for a text that names no place.
    package init(_ text: String) throws(VaultFault) {
        if let place = S3Place(text) {
            self = .s3(place)
        } else if !text.isEmpty, !text.contains("://") {
            self = .directory(
                text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
            )
        } else {
            throw VaultFault(
                .usage,
                text,
                "expected a folder or a bucket, found no place that is known",
                hint: "write a path, or s3+https://host/bucket/prefix?region=name"
            )
        }
    }

    package func open(
        credentials: String?,
        clock: VaultClock
    ) throws(VaultFault) -> any VaultStore {
        switch self {
        case .directory(let path): return DirectoryVault(path: path)
        case .s3(let place):
            return S3Vault(place, try Self.credentials(credentials, place), clock: clock)
        }
    }

    static func credentials(
        _ file: String?,
        _ place: S3Place
    ) throws(VaultFault) -> S3Credentials {
        guard let file else {
            throw VaultFault(
                .usage,
                "\(place)",
                "expected a file with credentials, found none",
                hint: "give --credentials FILE with two lines, access key and secret"
            )
        }
        return try S3Credentials(file: file)
    }
}

extension VaultAddress: CustomStringConvertible {
    package var description: String {
        switch self {
        case .directory(let path): path
        case .s3(let place): "\(place)"
        }
    }
}
