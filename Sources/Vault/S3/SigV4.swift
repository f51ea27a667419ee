import Crypto
import Journal

/// Access key and secret of whoever puts and reads.
package struct S3Credentials: Hashable, Sendable {
    package let accessKey: String
    package let secret: String

    package init(accessKey: String, secret: String) {
        self.accessKey = accessKey
        self.secret = secret
    }

    /// Two lines: the access key and the secret.
    package init(file: String) throws(VaultFault) {
        let disk = PosixDisk(root: file.hasPrefix("/") ? "" : ".")
        let bytes: [UInt8]?
        do throws(JournalFault) {
            bytes = try disk.read(file)
        } catch { throw VaultFault(error, at: file) }
        let lines = String(decoding: bytes ?? [], as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        guard lines.count == 2 else {
            throw VaultFault(
                .usage,
                file,
                "expected an access key and a secret, found \(lines.count) words",
                hint: "write them on two lines, readable by the office alone"
            )
        }
        self.init(accessKey: String(lines[0]), secret: String(lines[1]))
    }
}

/// AWS Signature Version 4, in a header: pure, and tested with the vectors that AWS publishes.
package struct SigV4: Sendable {
    package let credentials: S3Credentials
    package let region: String
    package let service: String

    package init(_ credentials: S3Credentials, region: String, service: String = "s3") {
        self.credentials = credentials
        self.region = region
        self.service = service
    }

    /// What is signed of a request; the path and the query in plain.
    package struct Request: Sendable {
        package var method: String
        package var path: String
        package var query: [String: String]
        /// Every header that is signed, `host` and `x-amz-date` among them; lower-case names.
        package var headers: [String: String]
        package var payloadSHA256: String

        package init(
            method: String,
            path: String,
            query: [String: String] = [:],
            headers: [String: String],
            payloadSHA256: String
        ) {
            self.method = method
            self.path = path
            self.query = query
            self.headers = headers
            self.payloadSHA256 = payloadSHA256
        }

        private var sorted: [(key: String, value: String)] {
            headers.sorted { $0.key < $1.key }
        }

        package var signedHeaders: String { sorted.map(\.key).joined(separator: ";") }

        package var canonical: String {
            [
                method, S3Text.encode(path: path), S3Text.encode(query: query),
                sorted.map { "\($0.key):\($0.value)\n" }.joined(), signedHeaders, payloadSHA256,
            ]
            .joined(separator: "\n")
        }
    }

    /// The value of `Authorization`.
    ///
    /// `time` is that of `x-amz-date`, such as `20130524T000000Z`.
    package func authorization(_ request: Request, time: String) -> String {
        let day = String(time.prefix(8))
        let scope = "\(day)/\(region)/\(service)/aws4_request"
        let hash = Hexadecimal.encode(SHA256.hash(data: Array(request.canonical.utf8)))
        let text = "AWS4-HMAC-SHA256\n\(time)\n\(scope)\n\(hash)"
        let signature = Hexadecimal.encode(SigV4.mac(signingKey(day), text))
        return "AWS4-HMAC-SHA256 Credential=\(credentials.accessKey)/\(scope), "
            + "SignedHeaders=\(request.signedHeaders), Signature=\(signature)"
    }

    package func signingKey(_ day: String) -> [UInt8] {
        var key = Array("AWS4\(credentials.secret)".utf8)
        for part in [day, region, service, "aws4_request"] { key = SigV4.mac(key, part) }
        return key
    }

    private static func mac(_ key: [UInt8], _ text: String) -> [UInt8] {
        let code = HMAC<SHA256>
            .authenticationCode(
                for: Array(text.utf8),
                using: SymmetricKey(data: key)
            )
        return Array(code)
    }
}
