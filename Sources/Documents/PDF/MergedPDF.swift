import Crypto

/// One PDF file of many documents, handed on piece by piece: memory does not grow with pages.
///
/// Forms and prepared blocks are written when first used and shared by all that follow; only
/// the place of every object is kept, 8 bytes each.
///
/// ```swift
/// let merged = MergedPDF(press, title: "CN 23", language: "en") { try file.write($0) }
/// for item in items { try merged.add(draw(item)) }
/// try merged.finish()
/// ```
package final class MergedPDF {
    private let press: Press
    private let title: String
    private let sink: ([UInt8]) throws -> Void
    private var file = ObjectWriter()
    private var shared = SharedObjects()
    private let deflater = Deflater(level: 6)
    private var contents = SHA256()
    /// Resource dictionaries of pages without subsets of their own.
    private var resources: [Preamble.Key: Int] = [:]
    /// Nodes of the page tree that are complete, and the one that is not.
    private var nodes: [Int] = []
    private var node: (number: Int, kids: [Int])?
    private var pageCount = 0
    /// Pages of one node of the page tree.
    private static let nodeSize = 64
    /// Bytes that are gathered before the sink is called.
    private static let chunk = 1 << 18

    package init(
        _ press: Press,
        title: String,
        language: String,
        sink: @escaping ([UInt8]) throws -> Void
    ) {
        self.press = press
        self.title = title
        self.sink = sink
        file.appendHeader()
        for _ in 0..<3 { _ = file.reserve() }
        file.begin(Preamble.catalog)
        file.appendCatalog(language: language)
        file.end()
    }

    /// Adds the sheets of a document; its title is not kept.
    ///
    /// - Throws: ``FitReport`` or ``AssetFault`` as ``Press/pdf(_:)``, with nothing added, or
    ///   what the sink throws.
    package func add(_ document: DrawnDocument) throws {
        let fonts = try press.compose(document)
        let number = writeResources(fonts)
        let composer = press.composer
        for (index, sheet) in document.sheets.enumerated() {
            addPage(sheet, resources: number, content: composer.stream(index))
        }
        contents.update(data: composer.streams)
        if file.bytes.count >= MergedPDF.chunk { try sink(file.handOn()) }
    }

    /// The resources of the composed pages, with what they name written before them.
    private func writeResources(_ fonts: DocumentFonts) -> Int {
        let composer = press.composer
        let key = Preamble.Key(
            blocks: composer.blocks,
            templates: composer.templates.map(ObjectIdentifier.init),
            language: ""
        )
        if fonts.made.isEmpty, let known = resources[key] { return known }
        for index in 0..<press.library.blocks.count
        where composer.blocks & 1 << UInt64(index) != 0 {
            shared.add(block: index, of: press.library, to: &file)
        }
        let forms = shared.add(composer.templates, of: press.library, to: &file)
        var names = shared.resources(of: composer.blocks)
        if !fonts.made.isEmpty { names += file.writeFonts(fonts, deflater: deflater) }
        let number = file.reserve()
        file.begin(number)
        file.appendResources(fonts: names, forms: forms)
        file.end()
        if fonts.made.isEmpty { resources[key] = number }
        return number
    }

    /// Writes what closes the file; the file has at least one page.
    package func finish() throws {
        precondition(pageCount > 0, "a merged file has at least one page")
        closeNode()
        file.writePages(Preamble.pages, parent: nil, kids: nodes, count: pageCount)
        file.writeInfo(title: title)
        file.finish(
            catalog: Preamble.catalog,
            info: Preamble.info,
            identifier: Array(contents.finalize().prefix(16))
        )
        try sink(file.handOn())
    }

    private func addPage(_ sheet: Sheet, resources: Int, content: ArraySlice<UInt8>) {
        var open = node ?? (file.reserve(), [])
        open.kids.append(
            file.writePage(
                size: sheet.size,
                parent: open.number,
                resources: resources,
                content: content
            )
        )
        node = open
        pageCount += 1
        if open.kids.count == MergedPDF.nodeSize { closeNode() }
    }

    private func closeNode() {
        guard let open = node else { return }
        file.writePages(
            open.number,
            parent: Preamble.pages,
            kids: open.kids,
            count: open.kids.count
        )
        nodes.append(open.number)
        node = nil
    }
}
