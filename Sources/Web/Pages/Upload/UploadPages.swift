import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// Many items from one file: checked first, lodged then, bad rows put right on the page.
struct UploadPages: Sendable {
    let site: Site
    let book: BatchBook

    init(site: Site) {
        self.site = site
        book = BatchBook(site.office)
    }

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.upload.route) { request, context in
            let visit = Visit(site, request, context)
            _ = try await visit.require(.itemLodge)
            return try form(visit, error: visit.query("gone") == nil ? nil : "upload_gone")
        }
        router.post(SiteMap.upload.route) { request, context in
            try await take(Visit(site, request, context))
        }
        router.get(SiteMap.batch.route) { request, context in
            try await batch(Visit(site, request, context)) { visit, batch, work in
                try BatchPage(visit: visit, work: work).answer(batch)
            }
        }
        router.post(SiteMap.batchLodge.route) { request, context in
            try await batch(Visit(site, request, context)) { visit, batch, work in
                _ = try await visit.form()
                try await book.turnstile.pass { try await work.lodge(batch) }
                return visit.redirect(to: SiteMap.batch.path(work.token))
            }
        }
        router.post(SiteMap.batchFix.route) { request, context in
            try await batch(Visit(site, request, context)) { visit, _, work in
                try await work.fix(try await visit.form())
                return visit.redirect(to: SiteMap.batch.path(work.token))
            }
        }
        router.get(SiteMap.batchResult.route) { request, context in
            try await batch(Visit(site, request, context)) { visit, batch, work in
                Self.result(batch, work, visit)
            }
        }
    }

    private func batch(
        _ visit: Visit,
        _ answer: (Visit, Batch, BatchWork) async throws -> Response
    ) async throws -> Response {
        let caller = try await visit.require(.itemLodge)
        let token = try visit.context.parameters.require("token")
        let gone = visit.redirect(to: SiteMap.upload.path(query: [("gone", "1")]))
        guard let batch = try book.batch(token, of: caller) else { return gone }
        do {
            return try await answer(
                visit,
                batch,
                BatchWork(book: book, token: token, caller: caller)
            )
        } catch BatchRefusal.gone {
            return gone
        }
    }

    /// The file with what became of each row, written as it is read.
    private static func result(_ batch: Batch, _ work: BatchWork, _ visit: Visit) -> Response {
        let stem = batch.fileName.prefix { $0 != "." }
            .filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        let name = (stem.isEmpty ? "items" : stem) + ".result.csv"
        let language = visit.language
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody { writer in
                try await work.result(batch, in: language, to: &writer)
            }
        )
    }

    private func form(
        _ visit: Visit,
        error: String?,
        _ values: [String: String] = [:]
    ) throws
        -> Response
    {
        let limits = [
            "limit": ByteCount.text(Batch.fileLimit), "rows": String(Batch.itemLimit),
        ]
        return try visit.answer(
            Page(
                template: "upload",
                title: visit.words("upload_title"),
                values: ["limits": visit.words("upload_limits", limits)],
                status: error == nil ? .ok : .unprocessableContent,
                section: .upload,
                errors: error.map { [ErrorLink(visit.words($0, values), field: "file")] } ?? []
            )
        )
    }

    private func take(_ visit: Visit) async throws -> Response {
        let caller = try await visit.require(.itemLodge)
        let token = visit.office.unguessableWord()
        do {
            guard try await arrived(visit, caller, token) else {
                try book.remove(token)
                return try form(visit, error: "upload_missing")
            }
            return visit.redirect(to: SiteMap.batch.path(token))
        } catch let refusal as IntakeRefusal {
            try book.remove(token)
            return try form(visit, error: "upload_refused", ["code": refusal.code])
        } catch BatchRefusal.tooManyItems {
            try book.remove(token)
            return try form(visit, error: "upload_rows", ["rows": String(Batch.itemLimit)])
        } catch {
            // A crash before this leaves parts that nobody has the word for; they end with their life.
            try? book.remove(token)
            throw error
        }
    }

    /// Takes the file in and looks at its items; false where the form held none.
    private func arrived(
        _ visit: Visit,
        _ caller: Caller,
        _ token: String
    ) async throws -> Bool {
        var reader = try MultipartReader(
            visit.request.headers[.contentType] ?? "",
            fileLimit: Batch.fileLimit
        )
        var file = ArrivingFile(book: book, token: token)
        var batch: Batch?
        var size = 0
        for try await chunk in visit.request.body {
            size += chunk.readableBytes
            guard size <= Batch.fileLimit + 64 * 1024 else {
                throw WebRefusal.bodyTooLarge(limit: Batch.fileLimit)
            }
            try reader.take(Array(chunk.readableBytesView))
            let bytes = reader.takeFile()
            guard !bytes.isEmpty else { continue }
            if batch == nil {
                let begun = Batch(fileName: reader.fileName, owner: caller.author)
                try book.begin(begun, under: token)
                batch = begun
            }
            try file.take(bytes)
        }
        try reader.finish()
        try visit.site.requireCSRF(reader.fields["csrf"], visit.context)
        if reader.file != nil, batch == nil, !reader.fileName.isEmpty {
            throw IntakeRefusal.empty
        }
        guard var batch, !reader.fileName.isEmpty else { return false }
        batch.digest = try file.finish()
        let (work, survey, whole) = (
            BatchWork(book: book, token: token, caller: caller), file.survey, batch
        )
        try await book.turnstile.pass { try await work.check(whole, survey) }
        return true
    }
}
