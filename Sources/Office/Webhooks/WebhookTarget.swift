import FoundationEssentials

/// The address of a webhook, taken apart.
struct WebhookTarget: Hashable, Sendable {
    let url: String
    /// A name, or an address without brackets.
    let host: String
    let port: Int

    /// Reads `https://host[:port]/path`; plain http too, which only networks that are trusted
    /// should carry.
    init?(_ url: String) {
        guard url.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
            let parts = URLComponents(string: url),
            let scheme = parts.scheme?.lowercased(), ["https", "http"].contains(scheme),
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil,
            parts.fragment == nil
        else { return nil }
        let port = parts.port ?? (scheme == "https" ? 443 : 80)
        guard (1...65_535).contains(port) else { return nil }
        self.url = url
        self.host =
            host.trimmingPrefix("[").hasSuffix("]")
            ? String(host.trimmingPrefix("[").dropLast()) : host
        self.port = port
    }
}
