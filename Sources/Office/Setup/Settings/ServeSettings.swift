/// How an office is put on the network.
package struct ServeSettings: Hashable, Sendable {
    /// Certificates, where the office speaks TLS.
    package struct TLS: Hashable, Sendable {
        package enum Clients: Hashable, Sendable {
            /// A certificate of these authorities, or no connection.
            case required(authorities: String)
            /// A certificate of these authorities, if the client has one.
            case requested(authorities: String)
        }

        package let certificate: String
        package let key: String
        package let password: String?
        package let clients: Clients?
    }

    /// How much the API takes of one caller.
    package struct API: Hashable, Sendable {
        package let requestsPerMinute: Int
        /// Of one request.
        package let items: Int
        /// Bytes of a body that holds items.
        package let itemsBody: Int
        /// Bytes of any other body.
        package let body: Int
        /// Requests that the log keeps of each key.
        package let log: Int
    }

    package let host: String
    package let port: Int
    package let adminPort: Int
    package let tls: TLS?
    package let connections: Int
    /// Bytes.
    package let body: Int
    /// Bytes.
    package let headSize: Int
    /// Seconds.
    package let head: Int
    /// Seconds.
    package let request: Int
    /// Seconds.
    package let idle: Int
    /// Seconds.
    package let stop: Int
    package let api: API
    /// Requests of one address without an account.
    package let visitorRequestsPerMinute: Int
    /// Pages that follow the office at once.
    package let viewers: Int
    package let logLevel: String

    /// - Throws: ``OfficeSettings/Flaw`` for half a configuration of TLS.
    init(_ table: SettingTable, root: String) throws(OfficeSettings.Flaw) {
        host = table.text(.host)
        port = table.number(.port)
        adminPort =
            if table[.adminPort] != nil {
                table.number(.adminPort)
            } else if port == 0 || port == 65_535 {
                0
            } else {
                port + 1
            }
        tls = try Self.tls(table, root: root)
        connections = table.number(.connections)
        body = table.number(.body)
        headSize = table.number(.head)
        head = table.number(.headSeconds)
        request = table.number(.requestSeconds)
        idle = table.number(.idleSeconds)
        stop = table.number(.stopSeconds)
        api = API(
            requestsPerMinute: table.number(.apiRequests),
            items: table.number(.apiItems),
            itemsBody: table.number(.apiItemsBody),
            body: table.number(.apiBody),
            log: table.number(.apiLog)
        )
        visitorRequestsPerMinute = table.number(.visitorRequests)
        viewers = table.number(.viewers)
        logLevel = table.text(.logLevel)
    }

    private static func tls(
        _ table: SettingTable,
        root: String
    ) throws(OfficeSettings.Flaw) -> TLS? {
        func path(_ key: SettingKey) -> String? {
            table[key].map { $0.text.hasPrefix("/") ? $0.text : root + "/" + $0.text }
        }
        let authorities = path(.clientAuthority)
        switch (path(.certificate), path(.privateKey)) {
        case (nil, nil):
            guard
                let stray = [SettingKey.clientAuthority, .clientCertificate, .keyPassword]
                    .first(where: { table[$0] != nil })
            else { return nil }
            throw half(stray, missing: .certificate)
        case (_?, nil): throw half(.certificate, missing: .privateKey)
        case (nil, _?): throw half(.privateKey, missing: .certificate)
        case (let certificate?, let key?):
            if table[.clientCertificate] != nil, authorities == nil {
                throw half(.clientCertificate, missing: .clientAuthority)
            }
            return TLS(
                certificate: certificate,
                key: key,
                password: table[.keyPassword]?.text,
                clients: authorities.map {
                    table.text(.clientCertificate) == "request"
                        ? .requested(authorities: $0) : .required(authorities: $0)
                }
            )
        }
    }

    private static func half(
        _ found: SettingKey,
        missing: SettingKey
    ) -> OfficeSettings.Flaw {
        OfficeSettings.Flaw(
            description: "\(found.name) is set and \(missing.name) is not",
            hint: "set both, or neither; half a configuration would serve without protection"
        )
    }
}
