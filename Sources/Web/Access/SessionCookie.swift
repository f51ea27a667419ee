package import Hummingbird
import NIOCore
import NIOSSL
package import Office

/// The cookie of a session: nobody's script reads it, and no other site's form sends it.
package enum SessionCookie {
    static let name = "posthorn_session"

    /// The cookie that begins a session; it ends with the browser, or when the office says so.
    package static func begin(_ session: NewSession, _ context: OfficeContext) async -> Cookie {
        await cookie(session.token, maxAge: nil, context)
    }

    /// The cookie that takes the session's away.
    package static func end(_ context: OfficeContext) async -> Cookie {
        await cookie("", maxAge: 0, context)
    }

    /// The token that a request came with.
    package static func token(in request: Request) -> String? {
        request.cookies[name].map(\.value)
    }

    private static func cookie(
        _ value: String,
        maxAge: Int?,
        _ context: OfficeContext
    ) async -> Cookie {
        Cookie(
            name: name,
            value: value,
            maxAge: maxAge,
            path: "/",
            secure: await context.isUnderTLS,
            httpOnly: true,
            sameSite: .lax
        )
    }
}

extension OfficeContext {
    /// Whether the connection is encrypted here; one that a proxy decrypted is not.
    var isUnderTLS: Bool {
        get async {
            // Under HTTP/2 the channel is the stream's, and TLS is its connection's.
            for channel in [channel, channel.parent].compactMap(\.self) {
                let found = channel.pipeline.containsHandler(type: NIOSSLServerHandler.self)
                if (try? await found.get()) != nil { return true }
            }
            return false
        }
    }
}
