package import Journal

/// One share of a secret in words (SLIP-39): enough of them together give the secret, fewer nothing.
///
/// Of the standard's two levels we write one group; we read whatever has one.
package struct SecretShare: Hashable, Sendable {
    /// Why words are no share, or shares no secret; the first that applies.
    package enum Flaw: Error, Hashable, Sendable {
        case length(words: Int)
        case unknownWord(String)
        /// A word is mistyped or missing.
        case checksum
        case padding
        /// Of several groups, or with a threshold that cannot be.
        case groups
        case foreign
        case duplicate(member: Int)
        case tooFew(have: Int, need: Int)
        /// The shares are each right and do not belong together.
        case digest
    }

    package let identifier: Int
    package let isExtendable: Bool
    package let exponent: Int
    /// From 0.
    package let member: Int
    package let threshold: Int
    package let value: [UInt8]

    fileprivate init(
        _ identifier: Int,
        member: Int,
        threshold: Int,
        value: [UInt8],
        exponent: Int,
        isExtendable: Bool
    ) {
        self.identifier = identifier
        self.member = member
        self.threshold = threshold
        self.value = value
        self.exponent = exponent
        self.isExtendable = isExtendable
    }

    package init(_ text: String) throws(Flaw) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count >= 20 else { throw .length(words: words.count) }
        var places: [Int] = []
        for word in words {
            guard let place = ShareWords.places[word] else { throw .unknownWord(word) }
            places.append(place)
        }
        // identifier(15) extendable(1) exponent(4) | group(4) threshold(4) count(4) member(4) threshold(4)
        let head = places[..<4].reduce(0) { $0 << 10 | $1 }
        isExtendable = head >> 24 & 1 == 1
        guard ShareChecksum.isRight(places, isExtendable: isExtendable) else { throw .checksum }
        identifier = head >> 25
        exponent = head >> 20 & 15
        guard head >> 16 & 15 == 0, head >> 12 & 15 == 0, head >> 8 & 15 == 0 else {
            throw .groups
        }
        member = head >> 4 & 15
        threshold = (head & 15) + 1
        value = try SecretShare.bytes(Array(places[4...].dropLast(3)))
    }

    /// Numbers of ten bits as bytes; what is left over stands in front and is zero.
    private static func bytes(_ places: [Int]) throws(Flaw) -> [UInt8] {
        let padding = places.count * 10 % 16
        guard padding <= 8 else { throw .length(words: places.count + 7) }
        var bits: [Int] = []
        for place in places { bits += (0..<10).reversed().map { place >> $0 & 1 } }
        guard bits[..<padding].allSatisfy({ $0 == 0 }) else { throw .padding }
        return stride(from: padding, to: bits.count, by: 8)
            .map { start in UInt8(bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }) }
    }

    package var words: [String] {
        let head =
            identifier << 25 | (isExtendable ? 1 : 0) << 24 | exponent << 20 | member << 4
            | threshold - 1
        var places = [30, 20, 10, 0].map { head >> $0 & 1_023 }
        let count = (value.count * 8 + 9) / 10
        var bits = [Int](repeating: 0, count: count * 10 - value.count * 8)
        for byte in value { bits += (0..<8).reversed().map { Int(byte) >> $0 & 1 } }
        for start in stride(from: 0, to: bits.count, by: 10) {
            places.append(bits[start..<start + 10].reduce(0) { $0 << 1 | $1 })
        }
        places += ShareChecksum.three(places, isExtendable: isExtendable)
        return places.map { ShareWords.all[$0] }
    }
}

extension SecretShare {
    private static let digestPlace: UInt8 = 254
    private static let secretPlace: UInt8 = 255

    /// Splits a secret into `count` shares, any `threshold` of which give it back.
    ///
    /// - Precondition: 2 ≤ threshold ≤ count ≤ 16; an even number of at least 16 bytes.
    package static func split(
        _ secret: [UInt8],
        threshold: Int,
        count: Int,
        random: RandomSource
    ) -> [SecretShare] {
        precondition((2...count).contains(threshold) && count <= 16, "2 ≤ threshold ≤ count ≤ 16")
        precondition(secret.count >= 16 && secret.count % 2 == 0, "at least 16 bytes, and even")
        let drawn = random.bytes(2)
        let identifier = (Int(drawn[0]) << 8 | Int(drawn[1])) & 0x7FFF
        // No passphrase, so nothing that stretching would make harder to guess.
        let cipher = ShareCipher(identifier: identifier, exponent: 0, isExtendable: true)
        let shared = cipher.encrypt(secret)
        let salt = random.bytes(shared.count - 4)
        var points: [(x: UInt8, y: [UInt8])] = (0..<threshold - 2)
            .map { (UInt8($0), random.bytes(shared.count)) }
        points.append((digestPlace, digest(salt, shared) + salt))
        points.append((secretPlace, shared))
        return (0..<count)
            .map { member in
                SecretShare(
                    identifier,
                    member: member,
                    threshold: threshold,
                    value: ShareField.interpolate(points, at: UInt8(member)),
                    exponent: 0,
                    isExtendable: true
                )
            }
    }

    /// Gives the secret back.
    package static func combine(_ shares: [SecretShare]) throws(Flaw) -> [UInt8] {
        guard let first = shares.first else { throw .tooFew(have: 0, need: 2) }
        var points: [(x: UInt8, y: [UInt8])] = []
        for share in shares {
            guard share.identifier == first.identifier, share.threshold == first.threshold,
                share.exponent == first.exponent, share.isExtendable == first.isExtendable,
                share.value.count == first.value.count
            else { throw .foreign }
            guard !points.contains(where: { $0.x == UInt8(share.member) }) else {
                throw .duplicate(member: share.member + 1)
            }
            points.append((UInt8(share.member), share.value))
        }
        guard points.count >= first.threshold else {
            throw .tooFew(have: points.count, need: first.threshold)
        }
        points = Array(points.prefix(first.threshold))
        let shared =
            first.threshold == 1
            ? points[0].y : ShareField.interpolate(points, at: secretPlace)
        if first.threshold > 1 {
            let proof = ShareField.interpolate(points, at: digestPlace)
            guard digest(Array(proof[4...]), shared) == Array(proof[..<4]) else { throw .digest }
        }
        return ShareCipher(
            identifier: first.identifier,
            exponent: first.exponent,
            isExtendable: first.isExtendable
        )
        .decrypt(shared)
    }
}

extension SecretShare.Flaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .length(let words): "expected 20 words or more in steps, found \(words)"
        case .unknownWord(let word): "'\(word)' is none of the 1,024 words"
        case .checksum: "a word is wrong: the checksum does not agree"
        case .padding: "a word is wrong: the padding is not zero"
        case .groups: "a share of several groups, which are not ours"
        case .foreign: "the shares are of different secrets"
        case .duplicate(let member): "share \(member) was given twice"
        case .tooFew(let have, let need): "expected \(need) shares, found \(have)"
        case .digest: "the shares do not belong together"
        }
    }
}
