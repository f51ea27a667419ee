import AsyncHTTPClient
import Crypto
import Journal
import NIOCore
import NIOSSL
enum Warm {}
