package import Journal

/// Splits a recovery key into three shares, of which any two give it back, and combines shares.
package enum ShareSet {
    /// A share and what people call it: a file's name, "sheet 2".
    package struct Named: Hashable, Sendable {
        package let name: String
        package let share: Share

        package init(name: String, share: Share) {
            self.name = name
            self.share = share
        }
    }

    package static let threshold = 2
    package static let count = 3

    /// Three shares of a key of 32 bytes.
    ///
    /// The exponent doubles the work of guessing a passphrase. We use none, so 0 serves: whoever
    /// restores at 3 a.m. does not wait for it.
    /// - Precondition: 32 bytes, an exponent of 0 to 15.
    package static func split(
        _ secret: [UInt8],
        random: RandomSource,
        iterationExponent: Int = 0,
        passphrase: String = ""
    ) -> [Share] {
        precondition(secret.count == 32, "a recovery key has 32 bytes, not \(secret.count)")
        precondition((0...15).contains(iterationExponent), "\(iterationExponent) is no exponent")
        let number = random.bytes(2).reduce(UInt16(0)) { $0 << 8 | UInt16($1) } & 0x7fff
        let setting = ShareCipher.Setting(
            identifier: number,
            isExtendable: true,
            iterationExponent: iterationExponent
        )
        let sealed = ShareCipher.encrypt(secret, Array(passphrase.utf8), setting)
        return SecretSharing.split(sealed, threshold: threshold, count: count, random: random)
            .map { point in
                Share(
                    setting: setting,
                    group: Share.Group(index: 0, threshold: 1, count: 1),
                    member: Share.Member(index: Int(point.x), threshold: threshold),
                    value: point.y
                )
            }
    }

    /// The secret that shares of one set, ours or another tool's, hold together.
    ///
    /// More than are needed are fine, and then each has to agree with the others.
    package static func combine(
        _ shares: [Named],
        passphrase: String = ""
    ) throws(ShareFlaw) -> [UInt8] {
        guard let first = shares.first else { throw .noShares }
        for other in shares.dropFirst() {
            guard other.share.setting == first.share.setting else {
                throw .differentSets(
                    first.name,
                    first.share.identifier,
                    other.name,
                    other.share.identifier
                )
            }
            guard other.share.group.threshold == first.share.group.threshold,
                other.share.group.count == first.share.group.count,
                other.share.value.count == first.share.value.count
            else { throw .differentRules(first.name, other.name) }
        }
        let groups = Dictionary(grouping: shares) { $0.share.group.index }
        var points: [SecretSharing.Point] = []
        var shortage: ShareFlaw?
        for (index, members) in groups.sorted(by: { $0.key < $1.key }) {
            do throws(ShareFlaw) {
                points.append(SecretSharing.Point(x: UInt8(index), y: try secret(of: members)))
            } catch {
                guard case .tooFew = error else { throw error }
                shortage = shortage ?? error
            }
        }
        let needed = first.share.group.threshold
        guard points.count >= needed else {
            if let shortage, groups.count >= needed { throw shortage }
            throw .tooFewGroups(needed: needed, found: points.count)
        }
        let sealed = try secret(points, threshold: needed, names: shares.map(\.name))
        return ShareCipher.decrypt(sealed, Array(passphrase.utf8), first.share.setting)
    }

    /// What one group of shares holds.
    private static func secret(of members: [Named]) throws(ShareFlaw) -> [UInt8] {
        var distinct: [Named] = []
        for member in members {
            if let same = distinct.first(where: { $0.share.number == member.share.number }) {
                guard same.share == member.share else {
                    throw .sameNumber(same.name, member.name, number: same.share.number)
                }
                continue
            }
            if let first = distinct.first, first.share.threshold != member.share.threshold {
                throw .differentRules(first.name, member.name)
            }
            distinct.append(member)
        }
        let needed = distinct[0].share.threshold
        guard distinct.count >= needed else {
            throw .tooFew(needed: needed, found: distinct.count)
        }
        let points = distinct.map { member in
            SecretSharing.Point(x: UInt8(member.share.member.index), y: member.share.value)
        }
        return try secret(points, threshold: needed, names: distinct.map(\.name))
    }

    private static func secret(
        _ points: [SecretSharing.Point],
        threshold: Int,
        names: [String]
    ) throws(ShareFlaw) -> [UInt8] {
        let base = Array(points.prefix(threshold))
        guard let secret = SecretSharing.combine(base),
            points.dropFirst(threshold)
                .allSatisfy({ SecretSharing.interpolate(base, at: $0.x) == $0.y })
        else { throw .notTogether(names) }
        return secret
    }
}
