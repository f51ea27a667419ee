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
    private var port: Int?
    private var adminPort: Int?
    private var isLocal = false

    init(scheme: String, host: String, socket: LocalSocket) {
        self.scheme = scheme
        self.host = host.contains(":") ? "[\(host)]" : host
        self.socket = socket
    }

    func running(_ place: Place) {
        switch place {
        case .network(let port): self.port = port
        case .admin(let port): adminPort = port
        case .local:
            socket.protect()
            isLocal = true
        }
        guard isLocal, let port, let adminPort else { return }
        Terminal.note("admin: http://\(host):\(adminPort)/")
        Terminal.say("\(scheme)://\(host):\(port)/")
    }
}
