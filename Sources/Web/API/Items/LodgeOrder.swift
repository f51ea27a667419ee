import Crypto
import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// What a request to lodge says beside the lodgements.
struct LodgeOrder: Sendable {
    let caller: Caller
    let key: IdempotencyKey?
    /// SHA-256 of what is asked, when a key came with it.
    let fingerprint: String?
    let random: RandomBytes

    typealias RandomBytes = @Sendable (Int) -> [UInt8]

    /// - Throws: ``APIRefusal`` `headerInvalid`.
    init(
        _ request: Request,
        _ body: JSONValue,
        by caller: Caller,
        random: @escaping RandomBytes
    ) throws(APIRefusal) {
        self.caller = caller
        self.random = random
        key = try IdempotencyKey(request.headers)
        fingerprint =
            key == nil
            ? nil : Fingerprint.of(request.method.rawValue + " " + request.uri.path, body)
    }

    /// Who asked and how, as it is recorded.
    var request: LodgeRequest {
        LodgeRequest(author: caller.author, key: key?.text, fingerprint: fingerprint)
    }

    /// The lodging of one body, or of one place in a body of many.
    ///
    /// - Throws: ``DeskRefusal`` `customerNotYours`.
    func lodging(_ json: JSONValue, number: Int) throws(DeskRefusal) -> Lodging {
        var (lodgement, findings) = LodgementReader.read(json)
        if case .null = json {
            findings.append(
                Finding(.fieldMalformed, at: "", ["expected": "object", "found": json.kind])
            )
        }
        lodgement.customer = try caller.account(lodgement.customer)
        return Lodging(
            key: lodgingKey(lodgement, number),
            lodgement: lodgement,
            channel: .api,
            findings: findings,
            request: request
        )
    }

    private func lodgingKey(_ lodgement: Lodgement, _ number: Int) -> LodgementKey {
        if let reference = lodgement.reference { return .reference(reference) }
        if let key { return .request(caller.author.text + "/" + key.text, number: number) }
        return .once(Hexadecimal.text(random(16)))
    }
}

extension Caller {
    /// The account that a lodgement of this caller belongs to: the caller's own, where it has one.
    ///
    /// - Throws: ``DeskRefusal`` `customerNotYours`.
    func account(_ named: String?) throws(DeskRefusal) -> String? {
        guard let customer else { return named }
        if let named, named != customer { throw .customerNotYours(named) }
        return customer
    }
}

/// What makes two requests the same: method, path and the value of the body, not its spelling.
enum Fingerprint {
    static func of(_ address: String, _ body: JSONValue) -> String {
        var hash = SHA256()
        hash.update(data: Array(address.utf8))
        hash.update(data: [0x0A])
        hash.update(data: JSONText.bytes(sorted(body)))
        return Hexadecimal.text(hash.finalize())
    }

    private static func sorted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .null, .bool, .number, .string: value
        case .array(let elements): .array(elements.map(sorted))
        case .object(let members):
            .object(
                members.map { JSONValue.Member($0.name, sorted($0.value)) }
                    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            )
        }
    }
}
