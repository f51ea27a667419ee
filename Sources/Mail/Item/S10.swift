/// A UPU S10 item identifier: two letters of service, eight digits of serial, a check digit and the
/// two letters of the issuing post's country.
///
/// Source: UPU S10-12 (approved 17 October 2017) by public description; weights and service
/// indicators as published for that edition. A value of this type is well formed, carries its right
/// check digit and uses an indicator that the standard does not reserve.
package struct S10: Hashable, Sendable, Comparable {
    package let service: ServiceIndicator
    package let serial: Serial
    package let country: IssuingCountry

    /// The eight digits that number an item within one service indicator and one country.
    package struct Serial: Hashable, Sendable, Comparable {
        package static let limit: UInt32 = 99_999_999
        package let value: UInt32

        package init?(_ value: some BinaryInteger) {
            guard let exact = UInt32(exactly: value), exact <= Self.limit else { return nil }
            self.value = exact
        }

        /// The check digit of these eight digits: weights 8 6 4 2 3 5 9 7, eleven minus the sum
        /// modulo eleven, where 10 is written 0 and 11 is written 5.
        package var checkDigit: UInt8 {
            var sum: UInt32 = 0
            var rest = value
            for weight: UInt32 in [7, 9, 5, 3, 2, 4, 6, 8] {
                sum += rest % 10 * weight
                rest /= 10
            }
            return switch 11 - sum % 11 {
            case 10: 0
            case 11: 5
            case let digit: UInt8(digit)
            }
        }

        package static func < (left: Serial, right: Serial) -> Bool { left.value < right.value }
    }

    package init(service: ServiceIndicator, serial: Serial, country: IssuingCountry) {
        self.service = service
        self.serial = serial
        self.country = country
    }

    /// The identifier as printed without spaces and as the bar code carries it.
    package var text: String {
        // Written at once: every answer and every document says it many times.
        unsafe String(unsafeUninitializedCapacity: 13) { bytes in
            var letters = service.text.utf8.makeIterator()
            unsafe bytes[0] = letters.next() ?? 0
            unsafe bytes[1] = letters.next() ?? 0
            var rest = serial.value
            for place in (2..<10).reversed() {
                unsafe bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            unsafe bytes[10] = UInt8(ascii: "0") + serial.checkDigit
            var country = country.text.utf8.makeIterator()
            unsafe bytes[11] = country.next() ?? 0
            unsafe bytes[12] = country.next() ?? 0
            return 13
        }
    }

    /// The identifier as printed for people: `RR 473 124 829 GB`.
    package var spaced: String {
        let digits = Array(text)
        return
            "\(String(digits[0..<2])) \(String(digits[2..<5])) \(String(digits[5..<8]))"
            + " \(String(digits[8..<11])) \(String(digits[11..<13]))"
    }

    package static func < (left: S10, right: S10) -> Bool { left.text < right.text }
}

extension S10: CustomStringConvertible {
    package var description: String { text }
}
