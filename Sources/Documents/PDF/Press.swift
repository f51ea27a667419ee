import Crypto

/// Sets and writes documents; one per thread, made cheaply from the shared library.
///
/// ```swift
/// let library = try FontLibrary(edition: edition, assets: assets)   // once, shared
/// let cn23 = try library.prepare(template)                          // once, shared
/// let press = Press(library)                                        // one per thread
/// let report = try press.fit(document)                              // at lodgement
/// let file = try press.pdf(document)                                // same bytes, for ever
/// ```
package final class Press {
    let library: FontLibrary
    var setter: DocumentSetter
    let composer: PageComposer
    private let deflater = Deflater(level: 6)
    /// At most ``preambleLimit``: forms × parts of the repertoire in use.
    private var preambles: [Preamble.Key: Preamble] = [:]
    private let preambleLimit = 64

    package init(_ library: FontLibrary) {
        self.library = library
        setter = DocumentSetter(library)
        composer = PageComposer()
    }

    /// What of the document cannot be printed: what ``pdf(_:)`` would throw.
    ///
    /// - Throws: ``AssetFault`` when a font cannot be opened.
    package func fit(_ document: DrawnDocument) throws -> FitReport {
        FitReport(findings: try setter.check(document.sheets))
    }

    /// The document as one PDF file.
    ///
    /// - Throws: ``FitReport`` with every text that cannot be set, ``AssetFault`` when a font
    ///   cannot be opened; then nothing was written.
    package func pdf(_ document: DrawnDocument) throws -> [UInt8] {
        let fonts = try compose(document)
        let shared = preamble(for: document)
        var file = shared.objects
        file.bytes.reserveCapacity(file.bytes.count + composer.streams.count + 4096)
        let resources = writeResources(fonts, shared: shared, to: &file)
        var pages: [Int] = []
        for (index, sheet) in document.sheets.enumerated() {
            pages.append(
                file.writePage(
                    size: sheet.size,
                    parent: Preamble.pages,
                    resources: resources,
                    content: composer.stream(index)
                )
            )
        }
        file.writePages(Preamble.pages, parent: nil, kids: pages, count: pages.count)
        file.writeInfo(title: document.title)
        file.finish(
            catalog: Preamble.catalog,
            info: Preamble.info,
            identifier: Array(SHA256.hash(data: composer.streams).prefix(16))
        )
        return file.bytes
    }

    /// Sets and composes every sheet; the streams wait in ``composer``.
    func compose(_ document: DrawnDocument) throws -> DocumentFonts {
        let findings = try setter.set(document.sheets)
        guard findings.isEmpty else { throw FitReport(findings: findings) }
        let meanings = setter.typesetter.text.meanings
        let fonts = meanings.isEmpty ? .none : try DocumentFonts(meanings, library: library)
        composer.compose(document.sheets, setter: setter, fonts: fonts)
        return fonts
    }

    private func preamble(for document: DrawnDocument) -> Preamble {
        let key = Preamble.Key(
            blocks: composer.blocks,
            templates: composer.templates.map(ObjectIdentifier.init),
            language: document.language
        )
        if let ready = preambles[key] { return ready }
        let made = Preamble(
            blocks: composer.blocks,
            templates: composer.templates,
            language: document.language,
            library: library
        )
        if preambles.count >= preambleLimit { preambles.removeAll() }
        preambles[key] = made
        return made
    }

    private func writeResources(
        _ fonts: DocumentFonts,
        shared: Preamble,
        to file: inout ObjectWriter
    ) -> Int {
        if fonts.made.isEmpty { return shared.resources }
        let own = file.writeFonts(fonts, deflater: deflater)
        let number = file.reserve()
        file.begin(number)
        file.appendResources(fonts: shared.fontResources + own, forms: shared.formResources)
        file.end()
        return number
    }
}

extension ObjectWriter {
    /// Writes a document's own subsets; returns their part of a font resource dictionary.
    mutating func writeFonts(_ fonts: DocumentFonts, deflater: Deflater) -> [UInt8] {
        var resources: [UInt8] = []
        for made in fonts.made {
            let number = FontObjects(made: made, deflater: deflater).write(to: &self)
            resources.append("/F")
            resources.append(decimal: Int(made.ref.raw))
            resources.append(0x20)
            resources.append(decimal: number)
            resources.append(" 0 R")
        }
        return resources
    }
}
