import HTTPTypes
import Hummingbird
import Mail
import Office

/// A problem as RFC 9457 has it: what went wrong, both sides of it, and what to do.
struct Problem: Sendable {
    let code: ProblemCode
    /// What the texts name: both sides, limits, places.
    var values: [String: String] = [:]
    /// What is wrong with single fields.
    var findings: [Finding] = []
    /// Members of this kind of problem alone.
    var members: [(String, JSONValue?)] = []
    var headers = HTTPFields()

    init(_ code: ProblemCode, _ values: [String: String] = [:]) {
        self.code = code
        self.values = values
    }

    /// The frozen codes of what is wrong with fields, each once.
    var findingCodes: [String] {
        var codes: [String] = []
        for finding in findings where !codes.contains(finding.code.rawValue) {
            codes.append(finding.code.rawValue)
        }
        return codes
    }

    /// Answers with the problem, in the language of whoever asked.
    func response(to request: RequestName, in language: Language) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.contentLanguage] = language.rawValue
        return JSONResponse.make(
            code.status,
            json(to: request, in: language),
            headers: headers
        )
    }

    func json(to request: RequestName?, in language: Language) -> JSONValue {
        let text = ProblemText.of(code, language)
        let errors: JSONValue? =
            findings.isEmpty ? nil : .array(findings.map { $0.json(in: language) })
        let own: [(String, JSONValue?)] = [
            ("type", .string("/docs#problem-" + code.rawValue)),
            ("title", .string(text.title)),
            ("status", .integer(code.status.code)),
            ("detail", .string(ProblemText.fill(text.detail, values))),
            ("instance", request.map { .string($0.instance) }),
            ("code", .string(code.rawValue)),
            ("remedy", .string(ProblemText.fill(text.remedy, values))),
            ("request_id", request.map { .string($0.id) }),
            ("errors", errors),
        ]
        return .members(own + members)
    }
}

/// What one request is called, so that a person can speak of it.
struct RequestName: Hashable, Sendable {
    /// 32 hexadecimal digits: the trace that the caller named in `traceparent`, or one drawn here.
    let id: String

    init(id: String) {
        self.id = id
    }

    /// A name for a request that nobody else named, of 16 random bytes.
    init(drawn bytes: [UInt8]) {
        precondition(bytes.count == 16, "a request's name has 16 bytes, not \(bytes.count)")
        id = Hexadecimal.text(bytes)
    }

    /// Reads a `traceparent` of W3C Trace Context, level 1.
    init?(traceparent: String) {
        let parts = traceparent.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0].utf8.count == 2, parts[0] != "ff",
            parts[0] != "00" || parts.count == 4, parts[1].utf8.count == 32,
            parts[2].utf8.count == 16, parts[3].utf8.count == 2,
            parts[0...3].allSatisfy({ $0.utf8.allSatisfy(Self.isLowerHexadecimal) }),
            parts[1].utf8.contains(where: { $0 != UInt8(ascii: "0") }),
            parts[2].utf8.contains(where: { $0 != UInt8(ascii: "0") })
        else { return nil }
        id = String(parts[1])
    }

    /// The request as a URI: the trace is 16 bytes, as a UUID is.
    var instance: String {
        let digits = Array(id.utf8)
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return "urn:uuid:"
            + parts.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
    }

    private static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
