import Foundation
import Journal
import Testing

@testable import Vault

@Suite("Shares of a secret")
struct SecretShareTests {
    static let secret = (0..<32).map { UInt8($0 * 7 + 1) }

    static func split() -> [SecretShare] {
        SecretShare.split(secret, threshold: 2, count: 3, random: .system)
    }
    static let shares = split()

    @Test(
        "any two of three give it back, from their words",
        arguments: [
            [0, 1], [0, 2], [1, 2], [2, 1], [0, 1, 2],
        ]
    )
    func combines(members: [Int]) throws {
        let shares = Self.shares
        let typed = try members.map {
            try SecretShare(shares[$0].words.joined(separator: " "))
        }
        #expect(typed.allSatisfy { $0.words.count == 33 })
        #expect(try SecretShare.combine(typed) == Self.secret)
    }

    @Test("one alone gives nothing, one twice neither, nor ones of two secrets")
    func refuses() throws {
        let (shares, others) = (Self.shares, Self.split())
        #expect(throws: SecretShare.Flaw.tooFew(have: 1, need: 2)) {
            try SecretShare.combine([shares[0]])
        }
        #expect(throws: SecretShare.Flaw.duplicate(member: 1)) {
            try SecretShare.combine([shares[0], shares[0]])
        }
        #expect(throws: SecretShare.Flaw.foreign) {
            try SecretShare.combine([shares[0], others[1]])
        }
    }

    @Test("a mistyped word is found and the share named", arguments: 0..<33)
    func findsMistakes(position: Int) throws {
        var words = Self.shares[1].words
        words[position] = words[position] == "academic" ? "acid" : "academic"
        #expect(throws: (any Error).self) { try SecretShare(words.joined(separator: " ")) }
        let whole = Self.shares[0].words.joined(separator: " ")
        let text = "# a comment\n\(whole)\n\n\(words.joined(separator: "\n"))\n"
        do {
            _ = try ShareFile(text, path: "shares.txt")
            Issue.record("it was read")
        } catch { #expect(error.detail.hasPrefix("share 2: ")) }
    }

    @Test("four letters of a word are enough")
    func abbreviates() throws {
        let share = Self.shares[0]
        let short = share.words.map { String($0.prefix(4)) }.joined(separator: " ")
        #expect(try SecretShare(short) == share)
    }

    /// Vectors of the standard: shares of one group, passphrase `TREZOR`.
    static let vectors: [(words: [String], secret: String)] = [
        (
            [
                "duckling enlarge academic academic agency result length solution fridge kidney "
                    + "coal piece deal husband erode duke ajar critical decision keyboard"
            ], "bb54aac4b89dc868ba37d9cc21b2cece"
        ),
        (
            [
                "shadow pistol academic always adequate wildlife fancy gross oasis cylinder "
                    + "mustang wrist rescue view short owner flip making coding armed",
                "shadow pistol academic acid actress prayer class unknown daughter sweater "
                    + "depict flip twice unkind craft early superior advocate guest smoking",
            ], "b43ceb7e57a0ea8766221624d01b0864"
        ),
    ]

    @Test("the standard's own vectors are read", arguments: 0..<vectors.count)
    func readsVectors(number: Int) throws {
        let vector = Self.vectors[number]
        let shares = try vector.words.map { try SecretShare($0) }
        let first = shares[0]
        let points = shares.map { (x: UInt8($0.member), y: $0.value) }
        let shared = first.threshold == 1 ? first.value : ShareField.interpolate(points, at: 255)
        let cipher = ShareCipher(
            identifier: first.identifier,
            exponent: first.exponent,
            isExtendable: first.isExtendable
        )
        let secret = cipher.decrypt(shared, passphrase: Array("TREZOR".utf8))
        #expect(Hexadecimal.encode(secret) == vector.secret)
    }

    @Test(
        "a reader that is not ours puts them together",
        .enabled(if: SeaweedFS.isHere, "needs shamir-mnemonic")
    )
    func foreignReader() throws {
        let shares = Self.shares
        let process = Process()
        process.executableURL = URL(filePath: SeaweedFS.home + "/python3")
        let script = """
            import sys, shamir_mnemonic
            for pair in ((0, 1), (0, 2), (1, 2)):
                words = [sys.argv[1:][i] for i in pair]
                print(shamir_mnemonic.combine_mnemonics(words).hex())
            ours = shamir_mnemonic.generate_mnemonics(1, [(2, 3)], bytes(range(32)))[0]
            print("\\n".join(ours))
            """
        process.arguments = ["-c", script] + shares.map { $0.words.joined(separator: " ") }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(),
            as: UTF8.self
        )
        process.waitUntilExit()
        let lines = text.split(separator: "\n").map(String.init)
        try #require(lines.count == 6)
        #expect(lines[..<3].allSatisfy { $0 == Hexadecimal.encode(Self.secret) })
        let theirs = try lines[3...].map { try SecretShare($0) }
        #expect(try SecretShare.combine(Array(theirs[1...])) == (0..<32).map { UInt8($0) })
    }
}
