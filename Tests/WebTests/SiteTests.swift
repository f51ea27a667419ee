import Testing
import Web

@Suite("Site")
struct SiteTests {}
