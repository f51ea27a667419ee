import Mail
import Office

/// Says where the office is reached, once all of its addresses answer.
actor ServeStart {
    enum Place {
        case network(port: Int)
        case admin(port: Int)
        case local
    }

    private let scheme: String
    private let host: String
    private let socket: LocalSocket
    private let access: AccessDesk
    private var port: Int?
    private var adminPort: Int?
    private var isLocal = false

    init(scheme: String, host: String, socket: LocalSocket, access: AccessDesk) {
        self.access = access
        self.scheme = scheme
        self.host = host.contains(":") ? "[\(host)]" : host
        self.socket = socket
    }

    func running(_ place: Place) async {
        switch place {
        case .network(let port): self.port = port
        case .admin(let port): adminPort = port
        case .local:
            socket.protect()
            isLocal = true
        }
        guard isLocal, let port, let adminPort else { return }
        Terminal.note("admin: http://\(host):\(adminPort)/")
        let address = "\(scheme)://\(host):\(port)"
        Terminal.say(address + "/")
        await offerSetUp(at: address)
    }

    /// Without an account yet, whoever reads this makes the first one: there are no default
    /// credentials.
    private func offerSetUp(at address: String) async {
        // A full queue at the very start offers nothing; the next start does.
        guard let link = try? await access.offerSetUp() else { return }
        Terminal.note("nobody has an account yet; make the first one, an admin's, here:")
        Terminal.note(address + link.path)
        Terminal.note("the link works once, until \(link.expiresAt.text)")
    }
}
