package import Journal

/// The escrows of an office: the file `escrows` in its folder, in the form of `vaults`.
package enum EscrowList {
    package static let file = "escrows"

    package static func load(office: String) throws(VaultFault) -> VaultList {
        try VaultList.load(office: office, file: file)
    }

    package static func escrows(
        office: String,
        clock: VaultClock
    ) throws(VaultFault) -> [any Escrow] {
        var escrows: [any Escrow] = []
        for line in try load(office: office).lines {
            switch line.address {
            case .directory(let path):
                escrows.append(DirectoryEscrow(files: PosixKeyFiles(path: path)))
            case .s3(let place):
                let file = VaultList.credentials(line, office: office)
                escrows.append(
                    S3Escrow(place, try VaultAddress.credentials(file, place), clock: clock)
                )
            }
        }
        return escrows
    }
}
