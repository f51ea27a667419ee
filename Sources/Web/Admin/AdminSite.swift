import HTTPTypes
package import Hummingbird
import Mail
import NIOCore
package import Office

/// What is known of a request of the admin listener: nothing but itself.
package struct AdminContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}

/// The answers for whoever keeps the office running: on a listener of its own, without a key, and
/// without a word of anybody's mail.
package struct AdminSite: Sendable {
    private let office: ServedOffice
    private let telemetry: Telemetry

    package init(office: ServedOffice, telemetry: Telemetry) {
        self.office = office
        self.telemetry = telemetry
    }

    package func router() -> Router<AdminContext> {
        let router = Router(context: AdminContext.self)
        router.get("livez") { _, _ in Self.text(.ok, "alive\n") }
        router.get("readyz") { request, _ in
            let health = OfficeHealth(office)
            let status: HTTPResponse.Status = health.isReady ? .ok : .serviceUnavailable
            let isVerbose = request.uri.queryParameters["verbose"] != nil
            let alarms = office.watcher.alarms + AdvisoryAlarms.lines(office)
            return Self.text(
                status,
                ReadinessText.text(health, alarms: alarms, isVerbose: isVerbose)
            )
        }
        router.get("metrics") { _, _ in
            Self.text(
                .ok,
                MetricsText.text(OfficeHealth(office), office, telemetry),
                type: "text/plain; version=0.0.4; charset=utf-8"
            )
        }
        return router
    }

    private static func text(
        _ status: HTTPResponse.Status,
        _ text: String,
        type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
