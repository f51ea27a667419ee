import Foundation
import Testing

@testable import Journal
@testable import Vault

/// `shamir-mnemonic` from the Python package index, by the authors of the standard.
enum ForeignShares {
    static let python = ProcessInfo.processInfo.environment["POSTHORN_PYTHON"] ?? "python3"
    static let isHere = (try? run("import shamir_mnemonic")) != nil

    /// What the program prints; throws when it ends badly.
    static func run(_ program: String, _ arguments: [String] = []) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failed(output: text) }
        return text
    }

    struct Failed: Error {
        let output: String
    }
}

@Suite(
    "A foreign reader of shares",
    .enabled(
        if: ForeignShares.isHere,
        "needs shamir-mnemonic; POSTHORN_PYTHON names an interpreter"
    )
)
struct ForeignSharesTests {
    @Test("any two of our shares give it the key", arguments: [0, 2])
    func ours(exponent: Int) throws {
        let secret = RandomSource.system.bytes(32)
        let shares = ShareSet.split(secret, random: .system, iterationExponent: exponent)
        let texts = shares.map { $0.words.joined(separator: " ") }
        let program = """
            import itertools, sys, shamir_mnemonic
            for pair in itertools.combinations(sys.argv[1:], 2):
                print(shamir_mnemonic.combine_mnemonics(pair).hex())
            """
        let found = try ForeignShares.run(program, texts).split(separator: "\n").map(String.init)
        #expect(found == [String](repeating: Hexadecimal.encode(secret), count: 3))
    }

    @Test("we read what it writes, of either kind and with groups", arguments: [true, false])
    func theirs(isExtendable: Bool) throws {
        let program = """
            import sys, shamir_mnemonic
            secret = bytes.fromhex(sys.argv[1])
            groups = shamir_mnemonic.generate_mnemonics(
                2, [(2, 3), (1, 1), (3, 5)], secret, iteration_exponent=1,
                extendable=sys.argv[2] == "true")
            print("\\n".join(groups[0][1:] + groups[2][:3]))
            """
        let secret = RandomSource.system.bytes(32)
        let hex = Hexadecimal.encode(secret)
        let output = try ForeignShares.run(program, [hex, "\(isExtendable)"])
        let shares = try output.split(separator: "\n").enumerated()
            .map { ShareSet.Named(name: "\($0)", share: try Share(String($1))) }
        #expect(shares.count == 5)
        #expect(try ShareSet.combine(shares) == secret)
    }
}
