import Hummingbird
import Mail
import Office

/// An item's documents: looked at as often as one likes, printed again with a record of it.
struct ItemDocumentPage {
    let site: Site

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.itemDocument.route) { request, context in
            let visit = Visit(site, request, context)
            let (item, _) = try await ItemPage.item(visit, .documentRead)
            return try await file(of: item, visit, isReprint: false)
        }
        router.post(SiteMap.itemReprint.route) { request, context in
            let visit = Visit(site, request, context)
            let (item, _) = try await ItemPage.item(visit, .printUse)
            _ = try await visit.form()
            return try await file(of: item, visit, isReprint: true)
        }
    }

    private func file(
        of item: RecordedItem,
        _ visit: Visit,
        isReprint: Bool
    ) async throws
        -> Response
    {
        let name = try visit.context.parameters.require("kind")
        guard let kind = DocumentKind(rawValue: name),
            DocumentLink.all(item.record).contains(kind)
        else { throw WebRefusal.notFound }
        let files = try await visit.office.files(of: item, kinds: [kind], isReprint: isReprint)
        guard let file = files.first else { throw WebRefusal.notFound }
        var response = visit.file(file.bytes, type: kind.mediaType)
        response.headers[.contentDisposition] =
            "inline; filename=\"\(kind.fileName(item.record.id))\""
        // A document loads nothing; the browser's viewer is the browser's own.
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; object-src 'self'; img-src 'self'; frame-ancestors 'none'"
        return response
    }
}
