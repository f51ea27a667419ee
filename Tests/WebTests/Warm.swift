import Testing
import AsyncHTTPClient
import Web
@Test func warmWeb() {}
