package import Mail

/// A printer of the office, as `office.yaml` has it.
package struct Printer: Hashable, Sendable {
    /// How bytes get to it.
    package enum Way: Hashable, Sendable {
        /// A folder that a print server, a driver or a gateway watches.
        case folder(String)
        /// A label printer that takes ZPL as it comes, usually on port 9100.
        case zpl(host: String, port: Int)
    }

    package let name: String
    package let way: Way
    /// What it prints when nobody says which printer.
    package let kinds: [DocumentKind]
    package let offset: PrinterOffset

    package init(
        name: String,
        way: Way,
        kinds: [DocumentKind],
        offset: PrinterOffset = PrinterOffset()
    ) {
        self.name = name
        self.way = way
        self.kinds = kinds
        self.offset = offset
    }

    /// Whether the printer can take documents of that kind at all.
    func takes(_ kind: DocumentKind) -> Bool {
        switch way {
        case .folder: true
        case .zpl: kind == .label203ZPL || kind == .label300ZPL
        }
    }
}
