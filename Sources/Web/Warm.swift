import CArgon2
import CZint
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import HummingbirdTLS
import Logging
import Mustache
import Office
import ServiceLifecycle
enum Warm {}
