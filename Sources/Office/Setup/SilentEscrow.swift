import Journal

/// An escrow that cannot even be asked, such as one whose credential is missing: it holds nothing
/// up, and every list says why it is silent.
struct SilentEscrow: Escrow {
    let name: String
    let fault: KeysFault

    func put(_: String, _: [UInt8], lockedUntil: UnixTime) async throws(KeysFault) { throw fault }

    func renew(_: String, lockedUntil: UnixTime) async throws(KeysFault) { throw fault }

    func copies() async throws(KeysFault) -> [EscrowCopy] { throw fault }

    func read(_: String) async throws(KeysFault) -> [UInt8]? { throw fault }

    func remove(_: String, at now: UnixTime) async throws(KeysFault) { throw fault }
}
