import Testing
import Vault
@Test func warmVault() {}
