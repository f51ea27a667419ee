import AsyncHTTPClient
import NIOCore
import NIOHTTP1

extension WitnessTransport {
    /// Over HTTP, with a few seconds for an answer.
    package static let http = WitnessTransport { url, body in
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "content-type", value: "text/plain; charset=utf-8")
        request.body = .bytes(body)
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        let answer = try await response.body.collect(upTo: 1 << 20)
        return (Int(response.status.code), Array(answer.readableBytesView))
    }
}
