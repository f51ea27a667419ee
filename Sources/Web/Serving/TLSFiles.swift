package import NIOSSL
package import Office

/// Reads the certificate and key files of an office that speaks TLS.
package enum TLSFiles {
    package typealias Configuration = TLSConfiguration

    /// - Throws: ``OfficeFault`` `settings_malformed` naming the file that cannot be used.
    package static func configuration(
        _ settings: ServeSettings.TLS
    ) throws(OfficeFault) -> Configuration {
        let chain = try reading(settings.certificate, "tls.certificate") {
            try NIOSSLCertificate.fromPEMFile(settings.certificate)
                .map {
                    NIOSSLCertificateSource.certificate($0)
                }
        }
        let key = try reading(settings.key, "tls.key") { try privateKey(settings) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain,
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        switch settings.clients {
        case nil: break
        case .required(let authorities):
            configuration.trustRoots = try trust(authorities)
            configuration.certificateVerification = .noHostnameVerification
        case .requested(let authorities):
            configuration.trustRoots = try trust(authorities)
            configuration.certificateVerification = .optionalVerification
        }
        // Reads everything once more, together: a key of another certificate is found here, and not
        // by the first client.
        _ = try reading(settings.key, "tls.key") {
            try NIOSSLContext(configuration: configuration)
        }
        return configuration
    }

    private static func privateKey(_ settings: ServeSettings.TLS) throws -> NIOSSLPrivateKey {
        guard let password = settings.password else {
            return try NIOSSLPrivateKey(file: settings.key, format: .pem)
        }
        return try NIOSSLPrivateKey(file: settings.key, format: .pem) { give in
            give(Array(password.utf8))
        }
    }

    private static func trust(_ path: String) throws(OfficeFault) -> NIOSSLTrustRoots {
        .certificates(
            try reading(path, "tls.client-ca") { try NIOSSLCertificate.fromPEMFile(path) }
        )
    }

    private static func reading<Value>(
        _ path: String,
        _ name: String,
        _ read: () throws -> Value
    ) throws(OfficeFault) -> Value {
        do {
            return try read()
        } catch {
            throw OfficeFault(
                .settingsMalformed,
                "\(name): \(path) cannot be used: \(error)",
                hint: "give PEM files that belong together; `openssl x509 -in FILE -text` shows one"
            )
        }
    }
}
