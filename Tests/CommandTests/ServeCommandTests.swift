import Foundation
import Testing

/// An office on the network, through the command as people run it.
@Suite("posthorn serve", .serialized, .timeLimit(.minutes(30)))
struct ServeCommandTests {
    @Test func saysWhereItIsAndEndsWell() async throws {
        let place = try await ServedPlace(try Scratch())
        #expect(place.address.hasPrefix("http://127.0.0.1:"))
        #expect(try place.curl(place.adminAddress + "livez").status == "200")
        let ready = try place.curl(place.adminAddress + "readyz?verbose")
        #expect(ready.status == "200")
        #expect(ready.body.contains("[+] ledger: posted to entry "))
        #expect(try place.curl(place.address + "livez").status == "404")
        let ended = place.stop()
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(!FileManager.default.fileExists(atPath: place.office + "/serve.sock"))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/promtool")))
    func figuresPassPromtool() async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        _ = try place.curl(place.address + "v1/items")
        _ = try place.curl(place.address + "nowhere/LA990000006GB?name=Ada")
        let figures = try place.curl(place.adminAddress + "metrics").body
        let promtool = Binary(tool: "/usr/bin/promtool")
        let judged = try promtool.start(["check", "metrics"], input: figures + "\n").finish()
        #expect(judged.status == 0, "\(judged.errors)\(judged.output)")
        #expect(figures.contains("posthorn_http_requests_total{method=\"GET\",route=\"/v1/items\""))
        for word in ["nowhere", "LA990000006GB", "Ada"] { #expect(!figures.contains(word)) }
    }

    @Test func refusesASecondServer() async throws {
        let place = try await ServedPlace(try Scratch())
        let second = try Binary.posthorn.run("serve", "--office", place.office, "--port", "0")
        #expect(second.status == 75)
        #expect(second.errors.contains("hint: use the office that runs"))
        #expect(place.stop().status == 0)
    }

    @Test func refusesAPortThatIsTaken() async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        let port = place.address.split(separator: ":")[2].dropLast()
        let other = scratch.path("other")
        try Binary.posthorn.run("init", other)
        let second = try Binary.posthorn.run("serve", "--office", other, "--port", String(port))
        #expect(second.status == 69, "\(second.errors)")
        #expect(second.errors.contains("hint: choose another with --port"))
    }

    @Test(
        "refuses half a configuration",
        arguments: [
            "tls: {certificate: a.pem}", "tls: {key: a.pem}", "tls: {client-ca: a.pem}",
            "tls: {certificate: none.pem, key: none.pem}", "lsiten: {port: 1}",
        ]
    )
    func refusesHalfAConfiguration(_ settings: String) throws {
        let scratch = try Scratch()
        let office = scratch.path("office")
        try Binary.posthorn.run("init", office)
        try Data(settings.utf8).write(to: URL(filePath: office + "/office.yaml"))
        let refused = try Binary.posthorn.run("serve", "--office", office, "--port", "0")
        #expect(refused.status == 1, "\(refused.errors)")
        #expect(refused.errors.contains("hint: "))
    }

    /// Neither what was lodged nor who asked about whom is in the log.
    @Test func logsNothingOfAnybody() async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        let key = try place.key("shipper")
        let bearer = "authorization: Bearer " + key
        let item = OneItem.json(reference: "secret-order")
        let lodged = try place.curl("-H", bearer, "--json", item, place.address + "v1/items")
        #expect(lodged.status == "201", "\(lodged.body)")
        _ = try place.curl("-H", bearer, "--json", "{\"sender\":\"Ada", place.address + "v1/items")
        _ = try place.curl("-H", bearer, place.address + "v1/items?reference=secret-order")
        _ = try place.curl("-H", bearer, place.address + "v1/items/LA990000006GB")
        _ = try place.curl(place.address + "Ada/Fox?postcode=31-147")
        let log = place.stop().errors
        #expect(log.contains("\"route\":\"/v1/items/{id}\""))
        for word in [
            "Ada", "Łukasiewicz", "31-147", "secret-order", "LA990000006GB", "120000000",
            String(key.dropFirst(12)), "jumper",
        ] {
            #expect(!log.contains(word), "the log says \(word)")
        }
    }

    /// A machine without a route to anywhere, and every connection that is tried written down.
    @Test(.enabled(if: getuid() == 0 && FileManager.default.fileExists(atPath: "/usr/bin/strace")))
    func needsNoNetwork() async throws {
        let scratch = try Scratch()
        let office = scratch.path("office")
        try Binary.posthorn.run("init", office)
        let script = """
            ip link set lo up 2>/dev/null || true
            strace -f -qq -e trace=connect,sendto -o '\(scratch.path("calls"))' \
              '\(Binary.posthorn.path)' serve --office '\(office)' --port 18080 > '\(scratch.path("url"))' &
            for turn in $(seq 300); do test -s '\(scratch.path("url"))' && break; sleep 0.1; done
            curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:18081/readyz
            kill -TERM $(pgrep -P $!) && wait $!
            """
        let isolated = try Binary(tool: "/usr/bin/unshare").start(["-n", "bash", "-c", script])
            .finish()
        #expect(isolated.status == 0, "\(isolated.errors)")
        #expect(isolated.output == "200")
        let calls = String(decoding: try scratch.read("calls"), as: UTF8.self)
        #expect(!calls.contains("AF_INET"), "\(calls)")
    }

    /// Certificates of a test's own: an authority, the server's, and a client's.
    private func certificates(_ scratch: Scratch) throws {
        let script = """
            cd '\(scratch.url.path)'
            new() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "$@"; }
            new -x509 -keyout ca.key -out ca.pem -subj /CN=authority
            for name in server client; do
              new -keyout $name.key -out $name.csr -subj /CN=$name
              printf 'subjectAltName=IP:127.0.0.1' > $name.ext
              openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
                -extfile $name.ext -out $name.pem
            done
            """
        let made = try Binary(tool: "/usr/bin/bash").start(["-ec", script]).finish()
        try #require(made.status == 0, "\(made.errors)")
    }

    @Test("speaks TLS, and both versions of HTTP", arguments: ["1.1", "2"])
    func speaksTLS(_ version: String) async throws {
        let scratch = try Scratch()
        try certificates(scratch)
        let place = try await ServedPlace(
            scratch,
            settings: """
                tls:
                  certificate: \(scratch.path("server.pem"))
                  key: \(scratch.path("server.key"))
                """
        )
        #expect(place.address.hasPrefix("https://127.0.0.1:"))
        let answer = try place.curl(
            "--cacert",
            scratch.path("ca.pem"),
            version == "2" ? "--http2" : "--http1.1",
            "--write-out",
            "\n%{http_version} %{http_code}",
            place.address + "openapi.yaml"
        )
        #expect(answer.status == "\(version) 200")
        #expect(place.stop().status == 0)
    }

    @Test("asks clients for a certificate", arguments: ["require", "request"])
    func asksClients(_ clients: String) async throws {
        let scratch = try Scratch()
        try certificates(scratch)
        let place = try await ServedPlace(
            scratch,
            settings: """
                tls:
                  certificate: \(scratch.path("server.pem"))
                  key: \(scratch.path("server.key"))
                  client-ca: \(scratch.path("ca.pem"))
                  client: \(clients)
                """
        )
        let usual = ["--cacert", scratch.path("ca.pem"), place.address + "openapi.yaml"]
        let known = ["--cert", scratch.path("client.pem"), "--key", scratch.path("client.key")]
        #expect(try Curl.run(known + usual).status == "200")
        let stranger = try Binary(tool: "/usr/bin/curl").start(["-sS"] + usual).finish()
        #expect((stranger.status == 0) == (clients == "request"), "\(stranger.errors)")
        #expect(place.stop().status == 0)
    }

    /// Requests that stream for ever end with the server, and what was begun is answered.
    @Test func endsStreamsWhenItStops() async throws {
        let place = try await ServedPlace(try Scratch())
        let key = try place.key("admin")
        let curl = Binary(tool: "/usr/bin/curl")
        let stream = try curl.start([
            "-sSN", "-H", "authorization: Bearer " + key, place.address + "v1/events/stream",
        ])
        #expect(try await stream.firstLine() != nil)
        #expect(place.stop().status == 0)
        #expect(stream.finish().status == 0)
    }
}
