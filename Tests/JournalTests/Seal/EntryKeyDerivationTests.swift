import Crypto
import FoundationEssentials
import Testing

@testable import Journal

@Suite struct EntryKeyDerivationTests {
    @Test(
        "gives what the general HKDF gives",
        arguments: [0, 1, 32, 64],
        [1, 32, 33, 76, 96, 255]
    )
    func same(saltCount: Int, count: Int) {
        let secret = RandomSource.system.bytes(32)
        let salt = RandomSource.system.bytes(saltCount)
        let info = RandomSource.system.bytes(saltCount * 2)
        let expected = HKDF<SHA256>
            .deriveKey(
                inputKeyMaterial: SymmetricKey(data: secret),
                salt: salt,
                info: info,
                outputByteCount: count
            )
        let extracted = unsafe secret.withUnsafeBytes {
            unsafe EntryKeyDerivation.extract(salt: salt, key: $0)
        }
        let derived = EntryKeyDerivation.expand(extracted, info: info, count: count)
        #expect(unsafe expected.withUnsafeBytes { unsafe Array($0) } == derived)
    }
}
