import FoundationEssentials
import Testing

@testable import Journal

/// Both ways against the `age` command that everybody has.
@Suite(.enabled(if: AgeCommand.exists, "the age command is not installed"))
struct AgeCommandTests {
    static let sizes = [0, 1, 65_535, 65_536, 65_537, 200_000]

    @Test("what we encrypt, age decrypts", arguments: sizes, [false, true])
    func ours(size: Int, armored: Bool) throws {
        let identity = AgeIdentity.generate(.system)
        let plaintext = RandomSource.system.bytes(size)
        let file = try AgeFile.encrypt(
            plaintext,
            to: [AgeIdentity.generate(.system).recipient, identity.recipient],
            random: .system
        )
        let folder = try TemporaryFolder()
        let input = try folder.write(armored ? AgeArmor.encode(file) : file, to: "file.age")
        let key = try folder.write(Array(identity.secretText.utf8), to: "identity")
        #expect(try AgeCommand.run(["-d", "-i", key, input]) == plaintext)
    }

    @Test("what age encrypts, we decrypt", arguments: sizes, [false, true])
    func theirs(size: Int, armored: Bool) throws {
        let identity = AgeIdentity.generate(.system)
        let plaintext = RandomSource.system.bytes(size)
        let folder = try TemporaryFolder()
        let input = try folder.write(plaintext, to: "plain")
        let file = try AgeCommand.run(
            ["-r", "\(identity.recipient)"] + (armored ? ["-a"] : []) + [input]
        )
        #expect(AgeArmor.isArmored(file) == armored)
        #expect(try AgeFile.decrypt(file, with: [.generate(.system), identity]) == plaintext)
        #expect(throws: AgeFlaw.noMatch) {
            try AgeFile.decrypt(file, with: [.generate(.system)])
        }
    }
}
