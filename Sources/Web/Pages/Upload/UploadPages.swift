import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// Many items from one file: checked first, lodged then, bad rows put right on the page.
struct UploadPages: Sendable {
    let site: Site
    let book = BatchBook()

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
            try await batch(Visit(site, request, context)) { visit, token, batch, _ in
                try BatchPage(visit: visit, token: token).answer(batch)
            }
        }
        router.post(SiteMap.batchLodge.route) { request, context in
            try await batch(Visit(site, request, context)) { visit, token, batch, caller in
                _ = try await visit.form()
                return try await lodge(batch, token, caller, visit)
            }
        }
        router.post(SiteMap.batchFix.route) { request, context in
            try await batch(Visit(site, request, context)) { visit, token, batch, caller in
                try await fix(batch, token, caller, visit)
            }
        }
        router.get(SiteMap.batchResult.route) { request, context in
            try await batch(Visit(site, request, context)) { visit, _, batch, _ in
                let stem = batch.fileName.prefix { $0 != "." }
                    .filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
                return visit.file(
                    try batch.result(in: visit.words),
                    type: "text/csv; charset=utf-8",
                    name: (stem.isEmpty ? "items" : stem) + ".result.csv"
                )
            }
        }
    }

    private func batch(
        _ visit: Visit,
        _ answer: (Visit, String, Batch, Caller) async throws -> Response
    ) async throws -> Response {
        let caller = try await visit.require(.itemLodge)
        let token = try visit.context.parameters.require("token")
        guard let batch = book.batch(token, of: caller, at: visit.now) else {
            return visit.redirect(to: SiteMap.upload.path(query: [("gone", "1")]))
        }
        return try await answer(visit, token, batch, caller)
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
        var reader = try MultipartReader(
            visit.request.headers[.contentType] ?? "",
            fileLimit: Batch.fileLimit
        )
        var size = 0
        for try await chunk in visit.request.body {
            size += chunk.readableBytes
            guard size <= Batch.fileLimit + 64 * 1024 else {
                throw WebRefusal.bodyTooLarge(limit: Batch.fileLimit)
            }
            try reader.take(Array(chunk.readableBytesView))
        }
        try reader.finish()
        try visit.site.requireCSRF(reader.fields["csrf"], visit.context)
        guard let bytes = reader.file, !reader.fileName.isEmpty else {
            return try form(visit, error: "upload_missing")
        }
        do {
            var batch = try Batch(bytes, fileName: reader.fileName, owner: caller.author)
            try await check(&batch, Array(batch.entries.indices), caller, visit)
            let token = visit.office.unguessableWord()
            book.add(batch, under: token, at: visit.now)
            return visit.redirect(to: SiteMap.batch.path(token))
        } catch let refusal as IntakeRefusal {
            return try form(visit, error: "upload_refused", ["code": refusal.code])
        } catch BatchRefusal.tooManyItems {
            return try form(visit, error: "upload_rows", ["rows": String(Batch.itemLimit)])
        }
    }

    /// Says of those entries what would become of them.
    private func check(
        _ batch: inout Batch,
        _ places: [Int],
        _ caller: Caller,
        _ visit: Visit
    ) async throws {
        let lodgings = places.map { batch.lodging(batch.entries[$0], by: caller) }
        for (place, rehearsal) in zip(places, try await visit.office.rehearse(lodgings)) {
            batch.entries[place].fate =
                switch rehearsal {
                case .wouldLodge(let isHeld, _): .good(isHeld: isHeld)
                case .wouldReplay(let item): .good(isHeld: item.record.state == .held)
                case .wouldRefuse(let findings): .bad(findings)
                }
        }
    }

    private func lodge(
        _ batch: Batch,
        _ token: String,
        _ caller: Caller,
        _ visit: Visit
    ) async throws -> Response {
        var batch = batch
        let places = batch.entries.indices.filter { place in
            if case .good = batch.entries[place].fate { true } else { false }
        }
        // Some hundred at a time, so that others at the office are answered in between.
        var rest = places[...]
        while !rest.isEmpty {
            let part = rest.prefix(256)
            rest = rest.dropFirst(part.count)
            let lodgings = part.map { batch.lodging(batch.entries[$0], by: caller) }
            for (place, outcome) in zip(part, try await visit.office.lodge(lodgings)) {
                batch.entries[place].fate =
                    switch outcome {
                    case .lodged(let item), .replayed(let item): .lodged(item)
                    case .refused(let findings): .bad(findings)
                    }
            }
        }
        batch.isLodged = true
        // A crash before this: uploading the file again finds the same items.
        book.replace(batch, under: token, at: visit.now)
        return visit.redirect(to: SiteMap.batch.path(token))
    }

    /// Takes what was put right on the page and looks at those rows again.
    private func fix(
        _ batch: Batch,
        _ token: String,
        _ caller: Caller,
        _ visit: Visit
    ) async throws -> Response {
        var batch = batch
        let sent = try await visit.form()
        var places: [Int] = []
        for (place, entry, _) in batch.bad.prefix(Batch.shown) {
            let prefix = "row-\(place)."
            let changed = sent.fields.filter { $0.name.hasPrefix(prefix) }
            guard !changed.isEmpty else { continue }
            var values = FormLodgement.values(of: entry.lodgement)
            for (name, value) in changed {
                values.set(String(name.dropFirst(prefix.count)), value)
            }
            let (lodgement, findings) = FormLodgement.read(FormLodgement.tidied(values))
            batch.entries[place].lodgement = lodgement
            batch.entries[place].readFindings = findings
            places.append(place)
        }
        try await check(&batch, places, caller, visit)
        book.replace(batch, under: token, at: visit.now)
        return visit.redirect(to: SiteMap.batch.path(token))
    }
}
