import HTTPTypes
import Hummingbird
import Mail
import NIOCore
import Office

/// One file for many items: what a bulk shipper prints in one go.
extension APIRoutes {
    /// Items of one file.
    private static let mergedAtOnce = 20_000
    /// Items whose records are in memory at a time.
    private static let run = 100

    /// Answers `POST /v1/documents`: the documents of that kind of those items, in their order.
    func mergeDocuments(_ request: Request, _ context: OfficeContext) async throws -> Response {
        let caller = try await site.require(.documentRead, context)
        _ = try Query(request)
        var fields = BodyFields(
            try await request.json(upTo: limits.items),
            knowing: ["kind", "items"]
        )
        let kindName = fields.text("kind", isRequired: true, longest: 40) ?? ""
        let named = fields.texts("items", atMost: Self.mergedAtOnce)
        let kind = DocumentKind(rawValue: kindName)
        if !kindName.isEmpty, kind.map(MergedPapers.canMerge) != true {
            let mergeable = DocumentKind.allCases.filter(MergedPapers.canMerge)
            fields.refuse(
                "/kind",
                expected: mergeable.map(\.rawValue).joined(separator: ", "),
                found: kindName
            )
        }
        if named.isEmpty { fields.refuse("/items", expected: "at least 1", found: "0") }
        try fields.finish()
        guard let kind else { throw APIRefusal.documentUnknown(kindName) }
        let runs = stride(from: 0, to: named.count, by: Self.run)
            .map { $0..<min($0 + Self.run, named.count) }
        // Everything is looked at before the first byte goes out: behind it nobody can be told.
        for run in runs { _ = try await records(named, run, kind, caller) }
        let office = site.office
        let body = ResponseBody { writer in
            let file = try office.merged(kind)
            for run in runs {
                let records = try await records(named, run, kind, caller)
                try await writer.write(ByteBuffer(bytes: try file.add(records)))
            }
            try await writer.write(ByteBuffer(bytes: try file.finish()))
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: kind.mediaType,
                .contentDisposition: "attachment; filename=\"merged-\(kind.rawValue)\"",
            ],
            body: body
        )
    }

    /// The records of some of the items named.
    ///
    /// - Throws: ``APIRefusal`` `fields` for what is no item of the caller's, or has no such
    ///   document.
    private func records(
        _ named: [String],
        _ run: Range<Int>,
        _ kind: DocumentKind,
        _ caller: Caller
    ) async throws -> [ItemRecord] {
        var records: [ItemRecord] = []
        var findings: [Finding] = []
        let ids = run.compactMap { ItemID(named[$0]) }
        let items = try await site.office.items(ids, for: caller)
        for place in run {
            let pointer = "/items/\(place)"
            guard let item = ItemID(named[place]).flatMap({ items[$0] }) else {
                findings.append(
                    Finding(
                        .fieldMalformed,
                        at: pointer,
                        ["expected": "an item of yours", "found": named[place]]
                    )
                )
                continue
            }
            let kinds = PrintStep.all(for: item.record)
            guard kinds.contains(kind) else {
                let expected = kinds.filter(MergedPapers.canMerge).map(\.rawValue)
                findings.append(
                    Finding(
                        .fieldMalformed,
                        at: pointer,
                        [
                            "expected": "an item with \(kind.rawValue)",
                            "found": "\(named[place]) with \(expected.joined(separator: ", "))",
                        ]
                    )
                )
                continue
            }
            records.append(item.record)
        }
        guard findings.isEmpty else { throw APIRefusal.fields(findings) }
        return records
    }
}
