import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// One request to a page, with what every page needs to answer it.
struct Visit {
    let site: Site
    let request: Request
    let context: OfficeContext
    let language: Language
    let words: WordList

    init(_ site: Site, _ request: Request, _ context: OfficeContext) {
        self.site = site
        self.request = request
        self.context = context
        // What was chosen on a page counts before what the account says.
        language = LanguageChoice.kept(request) ?? context.language
        words = WordList.of(language)
    }

    var office: ServedOffice { site.office }
    var now: Moment { office.clock.now() }

    func query(_ name: String) -> String? {
        request.uri.queryParameters[Substring(name)].map(String.init)?.trimmed
    }

    func may(_ permission: Permission) -> Bool { context.caller?.may(permission) ?? false }

    func require(_ permission: Permission, object: String? = nil) async throws -> Caller {
        try await site.require(permission, context, object: object)
    }

    /// The fields of a form that one of our own pages sent.
    ///
    /// - Throws: ``WebRefusal`` `bodyTooLarge`, `bodyMalformed`, `mediaTypeUnsupported` or `csrf`.
    func form() async throws -> FormValues {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw WebRefusal.mediaTypeUnsupported
        }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: FormValues.limit)
        } catch is NIOTooManyBytesError {
            throw WebRefusal.bodyTooLarge(limit: FormValues.limit)
        }
        let values = try FormValues(Array(buffer.readableBytesView))
        try site.requireCSRF(values["csrf"], context)
        return values
    }

    /// Where the request comes from, for limits; never shown or kept.
    var address: String { context.channel.remoteAddress?.ipAddress ?? "unknown" }

    func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    /// The page in its frame.
    func answer(_ page: Page) throws -> Response {
        var values = try PageFrame(self).values(for: page)
        values.merge(page.values) { $1 }
        let text = PageTemplates.render(page.template, values)
        return Response(
            status: page.status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentLanguage: language.rawValue,
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// A file to save or to show.
    func file(_ bytes: [UInt8], type: String, name: String? = nil) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "private, no-cache"]
        if let name { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
