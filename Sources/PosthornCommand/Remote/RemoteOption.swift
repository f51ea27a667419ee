import ArgumentParser
import Foundation
import Office

/// An office elsewhere, asked over the network with an access key.
struct RemoteOption: ParsableArguments {
    @Option(help: "The address of an office at work, instead of --office. (env: POSTHORN_SERVER)")
    var server: String?

    @Option(help: "A file that holds the access key. (env: POSTHORN_KEY_FILE)")
    var keyFile: String?

    @Option(help: "PEM certificates of who may vouch for the server. (env: POSTHORN_CA_FILE)")
    var caFile: String?

    /// The office elsewhere, where one is named.
    ///
    /// - Throws: ``CommandFailure`` for an address or a key file that cannot be.
    func client() throws -> OfficeClient? {
        let environment = ProcessInfo.processInfo.environment
        guard let server = server ?? environment["POSTHORN_SERVER"], !server.isEmpty else {
            return nil
        }
        guard let url = URL(string: server), url.scheme == "http" || url.scheme == "https",
            url.host != nil
        else {
            throw CommandFailure(
                .usage,
                "no address '\(server)'",
                hint: "write it like https://office.example or http://127.0.0.1:8080"
            )
        }
        return OfficeClient(
            server: server,
            key: try key(keyFile ?? environment["POSTHORN_KEY_FILE"]),
            authorities: caFile ?? environment["POSTHORN_CA_FILE"]
        )
    }

    private func key(_ path: String?) throws -> String? {
        guard let path else { return nil }
        guard let bytes = try SmallFile.read(path) else {
            throw CommandFailure(
                .usage,
                "no key file \(path)",
                hint: "write what `posthorn access key add` printed into a file of yours alone"
            )
        }
        let key = String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard !key.isEmpty, !key.contains(where: \.isWhitespace) else {
            throw CommandFailure(
                .usage,
                "\(path) holds no access key",
                hint: "it is one word that begins with ph_"
            )
        }
        return key
    }
}
