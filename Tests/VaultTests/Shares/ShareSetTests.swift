import Testing

@testable import Journal
@testable import Vault

@Suite("Shares of a recovery key")
struct ShareSetTests {
    /// The same bytes every time: 1, 2, 3 and so on.
    static let counting = RandomSource { count in
        (0..<count).map { UInt8(truncatingIfNeeded: $0 + 1) }
    }
    static let secret = (0..<32).map { UInt8($0 * 7) }

    private static func named(_ shares: [Share]) -> [ShareSet.Named] {
        shares.map { ShareSet.Named(name: "sheet \($0.number)", share: $0) }
    }

    private static func combine(_ texts: [String]) throws -> [UInt8] {
        let shares = try texts.enumerated()
            .map { ShareSet.Named(name: "sheet \($0 + 1)", share: try Share($1)) }
        return try ShareSet.combine(shares, passphrase: "TREZOR")
    }

    @Test("gives the secret of the standard's own vectors", arguments: ShareVector.accepted)
    func accepts(_ vector: ShareVector) throws {
        let secret = try Self.combine(vector.mnemonics)
        #expect(Hexadecimal.encode(secret) == vector.secret)
        for text in vector.mnemonics {
            #expect(
                try Share(text).words == text.split(whereSeparator: \.isWhitespace).map(String.init)
            )
        }
    }

    @Test("refuses what the standard's vectors refuse", arguments: ShareVector.refused)
    func refuses(_ vector: ShareVector) {
        #expect(throws: ShareFlaw.self) { try Self.combine(vector.mnemonics) }
    }

    @Test("any two of three give the secret back, and all three", arguments: [0, 1])
    func twoOfThree(exponent: Int) throws {
        let shares = ShareSet.split(Self.secret, random: .system, iterationExponent: exponent)
        let named = Self.named(shares)
        #expect(shares.map(\.words.count) == [33, 33, 33])
        for out in 0..<3 {
            let pair = named.filter { $0.share.number != out + 1 }
            #expect(try ShareSet.combine(pair) == Self.secret)
            #expect(try ShareSet.combine(pair.reversed()) == Self.secret)
        }
        #expect(try ShareSet.combine(named) == Self.secret)
    }

    @Test("one share is refused, and so is one share twice")
    func tooFew() throws {
        let named = Self.named(ShareSet.split(Self.secret, random: Self.counting))
        #expect(throws: ShareFlaw.tooFew(needed: 2, found: 1)) { try ShareSet.combine([named[0]]) }
        #expect(throws: ShareFlaw.tooFew(needed: 2, found: 1)) {
            try ShareSet.combine([named[0], named[0]])
        }
        #expect(throws: ShareFlaw.noShares) { try ShareSet.combine([]) }
    }

    @Test("shares of two sets are refused, both sets named")
    func twoSets() throws {
        let one = Self.named(ShareSet.split(Self.secret, random: Self.counting))
        let random = RandomSource { [UInt8](repeating: 9, count: $0) }
        let other = Self.named(ShareSet.split(Self.secret, random: random))
        let flaw = ShareFlaw.differentSets("sheet 1", 258, "sheet 2", 2313)
        #expect(throws: flaw) { try ShareSet.combine([one[0], other[1]]) }
        #expect(flaw.description == "sheet 1 is of set 258, sheet 2 of set 2313")
    }

    /// A stolen key, split again under the number of the first set.
    @Test("a third share that disagrees is found out")
    func forged() throws {
        let real = Self.named(ShareSet.split(Self.secret, random: Self.counting))
        let wrong = Self.named(
            ShareSet.split([UInt8](repeating: 1, count: 32), random: Self.counting)
        )
        let names = ["sheet 1", "sheet 2", "sheet 3"]
        #expect(throws: ShareFlaw.notTogether(names)) {
            try ShareSet.combine([real[0], real[1], wrong[2]])
        }
        #expect(throws: ShareFlaw.notTogether(["sheet 1", "sheet 2"])) {
            try ShareSet.combine([real[0], wrong[1]])
        }
        #expect(throws: ShareFlaw.sameNumber("sheet 2", "sheet 2", number: 2)) {
            try ShareSet.combine([real[0], real[1], wrong[1]])
        }
    }

    @Test("every wrong word is found, and its place where it can be told", arguments: 0..<33)
    func wrongWord(place: Int) throws {
        var words = ShareSet.split(Self.secret, random: Self.counting)[0].words
        let other = words[place] == "academic" ? "acid" : "academic"
        words[place] = other
        #expect(throws: ShareFlaw.checksum(place: place + 1)) {
            try Share(words.joined(separator: " "))
        }
    }

    @Test("two words exchanged are found")
    func exchanged() throws {
        var words = ShareSet.split(Self.secret, random: Self.counting)[0].words
        words.swapAt(10, 20)
        #expect(throws: ShareFlaw.checksum(place: nil)) { try Share(words.joined(separator: " ")) }
    }

    @Test(
        "a word that is not in the list is named, with what was meant",
        arguments: [
            ("academik", "academic"), ("acedemic", "academic"), ("zzzz", nil), ("duk", "duke"),
        ] as [(String, String?)]
    )
    func unknownWord(typed: String, meant: String?) throws {
        var words = ShareSet.split(Self.secret, random: Self.counting)[0].words
        words[6] = typed
        #expect(throws: ShareFlaw.unknownWord(typed, place: 7, meant: meant)) {
            try Share(words.joined(separator: " "))
        }
    }

    @Test("no share tells anything about its words when it is printed")
    func description() throws {
        let share = ShareSet.split(Self.secret, random: Self.counting)[1]
        #expect("\(share)" == "share 2 of set 258")
        #expect(String(reflecting: share) == "share 2 of set 258")
    }

    @Test("a secret, a share and the field agree: x · x⁻¹ = 1")
    func field() {
        for value in UInt8(1)...255 {
            #expect(GF256.multiply(value, GF256.inverse(value)) == 1)
        }
        // The worked example of FIPS 197, 4.2: {57} · {83} = {c1}.
        #expect(GF256.multiply(0x57, 0x83) == 0xc1)
    }

    @Test("words are read out of a sheet's text: numbers, columns, comments and all")
    func sheetText() throws {
        let shares = ShareSet.split(Self.secret, random: Self.counting)
        var text = "# Recovery sheet 1 of 3\r\n\n"
        for (index, word) in shares[0].words.enumerated() {
            text +=
                "\(index + 1). \(index % 2 == 0 ? word.uppercased() : word)\(index % 3 == 2 ? "\n" : "\t")"
        }
        text += "\n--\n" + shares[2].words.joined(separator: " ")
        let found = try ShareText.shares(in: text, name: "a.txt")
        #expect(found.map(\.share) == [shares[0], shares[2]])
        #expect(found.map(\.name) == ["a.txt, part 1", "a.txt, part 2"])
        #expect(throws: SheetFlaw(sheet: "empty", flaw: .wordCount(0))) {
            try ShareText.shares(in: "# nothing\n", name: "empty")
        }
    }

    @Test("a new recovery identity comes back from its shares and opens what is wrapped to it")
    func identity() throws {
        let (recipient, shares) = RecoveryShares.make(random: .system)
        let identity = try RecoveryShares.identity(Self.named([shares[2], shares[0]]))
        #expect(identity.recipient == recipient)
        let file = try AgeFile.encrypt([1, 2, 3], to: [recipient], random: .system)
        #expect(try AgeFile.decrypt(file, with: [identity]) == [1, 2, 3])
    }
}
