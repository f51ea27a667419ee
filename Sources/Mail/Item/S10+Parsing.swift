extension S10 {
    /// Why a text is not an S10, in the order in which we look.
    package enum Flaw: Error, Hashable, Sendable {
        case wrongLength(Int)
        case malformed(position: Int)
        case reservedService(String)
        case unassignedService(String)
        case unknownCountry(String)
        case wrongCheckDigit(expected: UInt8, found: UInt8)
    }

    /// Reads an identifier as people and scanners write it: any case, spaces between the groups.
    ///
    /// - Throws: ``Flaw``, the first that holds.
    package init(_ text: String) throws(Flaw) {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") }.map(Self.upperCased)
        guard bytes.count == 13 else { throw .wrongLength(bytes.count) }
        for (position, byte) in bytes.enumerated() {
            let isLetter = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            guard (2..<11).contains(position) ? isDigit : isLetter else {
                throw .malformed(position: position)
            }
        }
        let service = try ServiceIndicator(String(decoding: bytes[0..<2], as: UTF8.self))
        let countryText = String(decoding: bytes[11..<13], as: UTF8.self)
        guard let country = IssuingCountry(countryText) else {
            throw .unknownCountry(countryText)
        }
        let digits = bytes[2..<10].reduce(UInt32(0)) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }
        guard let serial = Serial(digits) else { throw .malformed(position: 2) }
        let found = bytes[10] - UInt8(ascii: "0")
        guard found == serial.checkDigit else {
            throw .wrongCheckDigit(expected: serial.checkDigit, found: found)
        }
        self.init(service: service, serial: serial, country: country)
    }

    private static func upperCased(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 0x20 : byte
    }
}

extension S10.Flaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wrongLength(let found): "expected 13 characters, found \(found)"
        case .malformed(let position):
            "expected two letters, nine digits and two letters; character \(position + 1) differs"
        case .reservedService(let service): "service indicator \(service) is reserved by the UPU"
        case .unassignedService(let service): "service indicator \(service) is not assigned"
        case .unknownCountry(let country): "no post issues numbers for country \(country)"
        case .wrongCheckDigit(let expected, let found):
            "expected check digit \(expected), found \(found)"
        }
    }
}
