import HTTPTypes
import Hummingbird
import Mail
import NIOCore

extension Request {
    /// The body as JSON, read strictly.
    ///
    /// - Throws: ``WebRefusal`` `mediaTypeUnsupported`, `bodyTooLarge`, `bodyMalformed`.
    func json(upTo limit: Int) async throws -> JSONValue {
        guard MediaType.isJSON(headers) else { throw WebRefusal.mediaTypeUnsupported }
        do {
            return try JSONReader.read(try await bytes(upTo: limit))
        } catch let flaw as JSONFlaw {
            throw WebRefusal.bodyMalformed(flaw.description)
        }
    }

    func bytes(upTo limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit {
            throw WebRefusal.bodyTooLarge(limit: limit)
        }
        do {
            return Array(try await body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw WebRefusal.bodyTooLarge(limit: limit)
        }
    }
}

private enum MediaType {
    static func isJSON(_ headers: HTTPFields) -> Bool {
        guard let type = headers[.contentType] else { return false }
        if let coding = headers[.contentEncoding], coding.lowercased() != "identity" {
            return false
        }
        if type == "application/json" { return true }
        let parts = type.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
        return parts.first == "application/json"
            && parts.dropFirst()
                .allSatisfy { part in
                    !part.hasPrefix("charset=")
                        || ["charset=utf-8", "charset=\"utf-8\""].contains(part)
                }
    }
}

/// The `Idempotency-Key` of a request: bare, or quoted as a structured field has it.
struct IdempotencyKey: Hashable, Sendable {
    static let longest = 255

    let text: String

    /// - Throws: ``APIRefusal`` `headerInvalid`.
    init?(_ headers: HTTPFields) throws(APIRefusal) {
        guard let field = headers[.idempotencyKey] else { return nil }
        let read = Self.unquoted(field)
        guard let read, (1...Self.longest).contains(read.utf8.count),
            read.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else {
            throw .headerInvalid(
                name: "Idempotency-Key",
                expected: "1–\(Self.longest) printable ASCII characters, bare or in quotes",
                found: field
            )
        }
        text = read
    }

    /// A string of RFC 9651 §3.3.3 without its quotes, or what stands there bare.
    private static func unquoted(_ field: String) -> String? {
        guard field.utf8.first == UInt8(ascii: "\"") else {
            return field.utf8.contains(UInt8(ascii: "\"")) ? nil : field
        }
        guard field.utf8.count >= 2, field.utf8.last == UInt8(ascii: "\"") else { return nil }
        var text: [UInt8] = []
        var isEscaped = false
        for byte in field.utf8.dropFirst().dropLast() {
            if isEscaped {
                guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { return nil }
                text.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                return nil
            } else {
                text.append(byte)
            }
        }
        return isEscaped ? nil : String(decoding: text, as: UTF8.self)
    }
}
