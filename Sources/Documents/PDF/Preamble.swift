/// The part of a file that all documents with the same forms and prepared blocks share: made
/// once, copied into each.
struct Preamble: Sendable {
    struct Key: Hashable {
        let blocks: UInt64
        let templates: [ObjectIdentifier]
        let language: String
    }

    static let catalog = 1
    static let pages = 2
    static let info = 3

    /// Header and shared objects; 2 and 3 are still to be written.
    let objects: ObjectWriter
    /// `/F0 4 0 R…`, the inside of a font resource dictionary.
    let fontResources: [UInt8]
    /// `/T0 9 0 R…`, the inside of a form resource dictionary.
    let formResources: [UInt8]
    /// The resources as an object of their own, for pages without other fonts.
    let resources: Int
    /// Kept, so that no other template can take its identity.
    private let templates: [PreparedTemplate]

    init(
        blocks: UInt64,
        templates: [PreparedTemplate],
        language: String,
        library: FontLibrary
    ) {
        var file = ObjectWriter()
        file.appendHeader()
        for _ in 0..<3 { _ = file.reserve() }
        file.begin(Preamble.catalog)
        file.appendCatalog(language: language)
        file.end()
        var shared = SharedObjects()
        for index in 0..<library.blocks.count where blocks & 1 << UInt64(index) != 0 {
            shared.add(block: index, of: library, to: &file)
        }
        let forms = shared.add(templates, of: library, to: &file)
        fontResources = shared.resources(of: blocks)
        formResources = forms
        resources = file.reserve()
        file.begin(resources)
        file.appendResources(fonts: fontResources, forms: forms)
        file.end()
        objects = file
        self.templates = templates
    }
}

/// Prepared blocks and templates that are in a file already, by their object numbers.
struct SharedObjects: Sendable {
    private var fonts: [Int: Int] = [:]
    private var forms: [ObjectIdentifier: Int] = [:]
    /// Kept, so that no other template can take the identity of one of these.
    private var templates: [PreparedTemplate] = []

    /// Writes a prepared block's font unless it stands in the file already.
    mutating func add(block index: Int, of library: FontLibrary, to file: inout ObjectWriter) {
        guard fonts[index] == nil else { return }
        fonts[index] = FontObjects(block: library.blocks[index]).write(to: &file)
    }

    /// Writes those templates that are not in the file yet; `/T0 9 0 R…` of all of them.
    mutating func add(
        _ templates: [PreparedTemplate],
        of library: FontLibrary,
        to file: inout ObjectWriter
    ) -> [UInt8] {
        var names: [UInt8] = []
        for (index, template) in templates.enumerated() {
            let number = add(template, of: library, to: &file)
            names.append("/T")
            names.append(decimal: index)
            names.append(0x20)
            names.append(decimal: number)
            names.append(" 0 R")
        }
        return names
    }

    /// Writes a template, and the fonts it needs, unless it stands in the file already.
    mutating func add(
        _ template: PreparedTemplate,
        of library: FontLibrary,
        to file: inout ObjectWriter
    ) -> Int {
        if let known = forms[ObjectIdentifier(template)] { return known }
        for index in 0..<library.blocks.count where template.blocks & 1 << UInt64(index) != 0 {
            add(block: index, of: library, to: &file)
        }
        let number = file.reserve()
        file.begin(number)
        file.bytes.append("<</Type/XObject/Subtype/Form/Matrix[")
        file.bytes.append(ContentWriter.scale)
        file.bytes.append(" 0 0 ")
        file.bytes.append(ContentWriter.scale)
        file.bytes.append(" 0 0]/BBox[0 0 ")
        file.bytes.append(decimal: template.size.width.value)
        file.bytes.append(0x20)
        file.bytes.append(decimal: template.size.height.value)
        file.bytes.append("]/Resources<</Font<<")
        file.bytes += resources(of: template.blocks)
        file.bytes.append(">>>>")
        file.endStream(template.content)
        forms[ObjectIdentifier(template)] = number
        templates.append(template)
        return number
    }

    /// `/F0 4 0 R…` for the blocks of a mask.
    func resources(of blocks: UInt64) -> [UInt8] {
        var result: [UInt8] = []
        for (index, number) in fonts.sorted(by: { $0.key < $1.key })
        where blocks & 1 << UInt64(index) != 0 {
            result.append("/F")
            result.append(decimal: index)
            result.append(0x20)
            result.append(decimal: number)
            result.append(" 0 R")
        }
        return result
    }
}
