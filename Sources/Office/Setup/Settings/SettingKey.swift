import Mail

/// One thing an operator may set: in `office.yaml`, in the environment, or by a flag of `serve`.
package struct SettingKey: Hashable, Sendable {
    /// What a value must look like.
    package enum Kind: Hashable, Sendable {
        case text
        /// A file, by a path that is absolute or starts at the office's directory.
        case path
        case number(ClosedRange<Int>)
        case choice([String])
        /// A time zone by its name.
        case zone
        /// A folder, by a path as of a file.
        case folder
        /// An address of pages, over TLS.
        case web
        /// An address of mail.
        case mail
    }

    /// Dotted, as `section.name`.
    package let name: String
    package let kind: Kind
    /// What counts where nothing is set, in words where it depends on something else.
    package let fallback: String
    package let meaning: String
    /// Never shown, and never written in `office.yaml`.
    package let isSecret: Bool

    private init(
        _ name: String,
        _ kind: Kind,
        _ fallback: String,
        _ meaning: String,
        isSecret: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.fallback = fallback
        self.meaning = meaning
        self.isSecret = isSecret
    }

    /// The environment variable that sets it: `POSTHORN_LISTEN_PORT` for `listen.port`.
    package var variable: String {
        SettingKey.prefix
            + String(name.map { $0 == "." || $0 == "-" ? "_" : $0 }).uppercased()
    }

    package static let prefix = "POSTHORN_"

    static let label = SettingKey(
        "label",
        .choice(["100x150", "a6"]),
        "100x150",
        "The label stock in the printers, in millimetres."
    )
    static let host = SettingKey(
        "listen.host",
        .text,
        "127.0.0.1",
        "The address that is listened on."
    )
    static let port = SettingKey(
        "listen.port",
        .number(0...65_535),
        "8080",
        "The port of pages and API; 0 takes a free one."
    )
    static let adminPort = SettingKey(
        "listen.admin-port",
        .number(0...65_535),
        "the port + 1",
        "The port of /livez, /readyz and /metrics, always without TLS; 0 takes a free one."
    )
    static let certificate = SettingKey(
        "tls.certificate",
        .path,
        "none: plain HTTP",
        "The server's certificate chain, PEM."
    )
    static let privateKey = SettingKey(
        "tls.key",
        .path,
        "none: plain HTTP",
        "The certificate's private key, PEM."
    )
    static let keyPassword = SettingKey(
        "tls.key-password",
        .text,
        "none",
        "What opens the private key; from the environment only.",
        isSecret: true
    )
    static let clientAuthority = SettingKey(
        "tls.client-ca",
        .path,
        "none: clients show no certificate",
        "The authorities whose certificates clients show, PEM."
    )
    static let clientCertificate = SettingKey(
        "tls.client",
        .choice(["require", "request"]),
        "require",
        "Whether a client without a certificate is turned away."
    )
    static let connections = SettingKey(
        "limits.connections",
        .number(1...1_000_000),
        "10500",
        "Open connections; one more is answered 503."
    )
    static let body = SettingKey(
        "limits.body",
        .number(1_024...1_073_741_824),
        "16777216",
        "Bytes of a request's body; a larger one is answered 413."
    )
    static let headSeconds = SettingKey(
        "limits.head-seconds",
        .number(1...3_600),
        "10",
        "Seconds for a request's first line and header; 408 after."
    )
    static let requestSeconds = SettingKey(
        "limits.request-seconds",
        .number(1...3_600),
        "30",
        "Seconds for a whole request to arrive; 408 after."
    )
    static let idleSeconds = SettingKey(
        "limits.idle-seconds",
        .number(1...86_400),
        "75",
        "Seconds that a connection may stay open without a request."
    )
    static let stopSeconds = SettingKey(
        "limits.stop-seconds",
        .number(1...600),
        "10",
        "Seconds that requests under way have to end when the server stops."
    )
    static let head = SettingKey(
        "limits.head",
        .number(4_096...1_048_576),
        "65536",
        "Bytes of a request's first line and header; larger ones are answered 431."
    )
    static let apiRequests = SettingKey(
        "api.requests-per-minute",
        .number(1...1_000_000_000),
        "1200000",
        "Requests of one caller of the API in a minute; 429 after."
    )
    static let apiItems = SettingKey(
        "api.items",
        .number(1...10_000),
        "1000",
        "Items of one request; a file has no such limit."
    )
    static let apiItemsBody = SettingKey(
        "api.items-body",
        .number(65_536...1_073_741_824),
        "4194304",
        "Bytes of a body that holds items; a larger one is answered 413."
    )
    static let apiBody = SettingKey(
        "api.body",
        .number(16_384...16_777_216),
        "262144",
        "Bytes of any other body of the API; a larger one is answered 413."
    )
    static let apiLog = SettingKey(
        "api.log",
        .number(1...10_000),
        "500",
        "Requests that the request log keeps of each key."
    )
    static let visitorRequests = SettingKey(
        "pages.visitor-requests-per-minute",
        .number(1...1_000_000),
        "120",
        "Requests of one address without an account in a minute; 429 after."
    )
    static let viewers = SettingKey(
        "pages.viewers",
        .number(0...100_000),
        "200",
        "Pages that follow the office live; one more is looked at as it is."
    )
    static let logLevel = SettingKey(
        "log.level",
        .choice(["debug", "info", "notice", "warning", "error"]),
        "info",
        "From which level on lines are logged; each request is a line at info."
    )

    static let webhookPrivateAddresses = SettingKey(
        "webhooks.private-addresses",
        .choice(["no", "yes"]),
        "no",
        "Whether webhooks may lead into the office's own network, and to this machine."
    )

    static let watchRate = SettingKey(
        "watch.rate",
        .number(0...1_048_576),
        "4096",
        "KiB of the journal that are read and hashed again in a second; 0 never looks."
    )
    static let watchPause = SettingKey(
        "watch.pause",
        .number(1...86_400),
        "10",
        "Seconds between two passes through the journal."
    )

    static let timeZone = SettingKey(
        "time-zone",
        .zone,
        "UTC",
        "Whose hours and days the caps of lanes count by, such as Europe/London."
    )

    static let statusSite = SettingKey(
        "status-site",
        .folder,
        "none: no copy is kept",
        "The folder of the static copy of the status pages, to be hosted away from the office."
    )
    static let statusAddress = SettingKey(
        "status-address",
        .web,
        "none: messages and notices name no page",
        "Where the public reads the status, such as https://status.post.example."
    )
    static let mailFrom = SettingKey(
        "mail-from",
        .mail,
        "none: messages to senders bear an address that is not delivered",
        "The address that messages to senders come from."
    )

    /// Every key with one value, in the order in which they are written and shown.
    package static let all = [
        label, timeZone, host, port, adminPort, certificate, privateKey, keyPassword,
        clientAuthority,
        clientCertificate, connections, body, head, headSeconds, requestSeconds, idleSeconds,
        stopSeconds, apiRequests, apiItems, apiItemsBody, apiBody, apiLog, visitorRequests,
        viewers, logLevel, webhookPrivateAddresses, watchRate, watchPause,
        statusSite, statusAddress, mailFrom,
    ]

    /// The keys of `office.yaml` that hold a table of their own.
    static let tables = ["copies", "escrows", "printers", "witnesses"]

    /// Why a value cannot be, or nothing when it can.
    func flaw(of value: String) -> String? {
        switch kind {
        case .text, .path, .folder:
            value.isEmpty ? "expected a value, found nothing" : nil
        case .number(let range):
            if let number = Int(value), range.contains(number) {
                nil
            } else {
                "expected \(range.lowerBound) to \(range.upperBound), found '\(value)'"
            }
        case .zone:
            OfficeCalendar(value) == nil
                ? "expected a time zone such as Europe/London, found '\(value)'" : nil
        case .web:
            WebLink(value) == nil || value.hasPrefix("mailto:")
                ? "expected an address such as https://status.post.example, found '\(value)'" : nil
        case .mail:
            MailAddress(value) == nil
                ? "expected an address such as news@post.example, found '\(value)'" : nil
        case .choice(let choices):
            choices.contains(value)
                ? nil : "expected \(choices.joined(separator: " or ")), found '\(value)'"
        }
    }
}
