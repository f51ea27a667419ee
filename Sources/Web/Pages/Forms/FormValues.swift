import Mail

/// The fields of a submitted form, in their order; a name may come once.
struct FormValues: Hashable, Sendable {
    /// Bytes of a whole form.
    static let limit = 256 * 1024
    private static let fieldLimit = 4000

    private(set) var fields: [(name: String, value: String)] = []
    private var places: [String: Int] = [:]

    init() {}

    /// Reads `application/x-www-form-urlencoded`; of a name that comes twice the last value counts.
    ///
    /// - Throws: ``WebRefusal`` `bodyMalformed`.
    init(_ body: [UInt8]) throws(WebRefusal) {
        for pair in body.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let name = try Self.decoded(parts[0])
            set(name, parts.count == 2 ? try Self.decoded(parts[1]) : "")
            guard fields.count <= Self.fieldLimit else {
                throw .bodyMalformed("more than \(Self.fieldLimit) fields")
            }
        }
    }

    /// The value as it was sent; an absent one is empty.
    subscript(name: String) -> String { places[name].map { fields[$0].value } ?? "" }

    /// The value without white space around it, when anything is left.
    func text(_ name: String) -> String? { self[name].trimmed }

    mutating func set(_ name: String, _ value: String) {
        if let place = places[name] {
            fields[place].value = value
        } else {
            places[name] = fields.count
            fields.append((name, value))
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws(WebRefusal) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit),
                    let low = rest.popFirst().flatMap(digit)
                else { throw .bodyMalformed("a per cent sign without two hexadecimal digits") }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw .bodyMalformed("a value that is not UTF-8")
        }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    static func == (left: FormValues, right: FormValues) -> Bool {
        left.fields.count == right.fields.count
            && zip(left.fields, right.fields).allSatisfy { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name)
            hasher.combine(field.value)
        }
    }
}
