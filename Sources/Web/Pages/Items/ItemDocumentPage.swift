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
            let kind = try Self.kind(visit, of: item)
            let files = try await site.office.files(of: item, kinds: [kind])
            return try Self.shown(files.first?.bytes, kind.mediaType, item, kind, visit)
        }
        router.post(SiteMap.itemReprint.route) { request, context in
            let visit = Visit(site, request, context)
            let (item, _) = try await ItemPage.item(visit, .printUse)
            _ = try await visit.form()
            let kind = try Self.kind(visit, of: item)
            let printed = try await site.office.printed(item, kinds: [kind])
            return try Self.shown(printed.files.first?.bytes, kind.mediaType, item, kind, visit)
        }
        router.get(SiteMap.itemCover.route) { request, context in
            let visit = Visit(site, request, context)
            let (item, _) = try await ItemPage.item(visit, .documentRead)
            let number = Int(try context.parameters.require("number")) ?? 0
            let slip = try await site.office.coverSlip(number, of: item)
            return try Self.shown(slip, "application/pdf", item, nil, visit)
        }
    }

    private static func kind(_ visit: Visit, of item: RecordedItem) throws -> DocumentKind {
        let name = try visit.context.parameters.require("kind")
        guard let kind = DocumentKind(rawValue: name),
            DocumentLink.all(item.record).contains(kind)
        else { throw WebRefusal.notFound }
        return kind
    }

    private static func shown(
        _ bytes: [UInt8]?,
        _ mediaType: String,
        _ item: RecordedItem,
        _ kind: DocumentKind?,
        _ visit: Visit
    ) throws -> Response {
        guard let bytes else { throw WebRefusal.notFound }
        let name = kind?.fileName(item.record.id) ?? "\(item.record.id.text)-cover.pdf"
        var response = visit.file(bytes, type: mediaType)
        response.headers[.contentDisposition] = "inline; filename=\"\(name)\""
        // A document loads nothing; the browser's viewer is the browser's own.
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; object-src 'self'; img-src 'self'; frame-ancestors 'none'"
        return response
    }
}
