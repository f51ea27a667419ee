import Mail
import Yams

/// The printers in `office.yaml`.
///
/// ```yaml
/// printers:
///   counter: { zpl: "10.0.0.9:9100", kinds: [label-203.zpl], offset: { x: 1.5, y: -2 } }
///   back: { file: /srv/print, kinds: [cn22.pdf, cn23.pdf, invoice.pdf] }
/// ```
enum PrinterSettings {
    private static let example =
        "write `counter: { zpl: \"10.0.0.9:9100\", kinds: [label-203.zpl], offset: { x: 1.5 } }`"
    private static let members = ["file", "zpl", "kinds", "offset"]

    /// The printers, in the order in which they stand there.
    ///
    /// A relative folder starts at `root`, the office's directory.
    static func read(_ node: Node?, root: String) throws(OfficeSettings.Flaw) -> [Printer] {
        guard let node, node.null == nil else { return [] }
        guard let rows = node.mapping else { throw flaw("expected printers by name") }
        var printers: [Printer] = []
        for (name, row) in rows { printers.append(try printer(name.string ?? "", row, root)) }
        return printers
    }

    private static func printer(
        _ name: String,
        _ row: Node,
        _ root: String
    ) throws(OfficeSettings.Flaw) -> Printer {
        guard !name.isEmpty, let members = row.mapping else {
            throw flaw("\(name): expected file or zpl, and kinds")
        }
        for (key, _) in members where !Self.members.contains(key.string ?? "") {
            throw flaw("\(name): '\(key.string ?? "")' is none of file, zpl, kinds and offset")
        }
        let printer = Printer(
            name: name,
            way: try way(name, row, root),
            kinds: try kinds(name, row["kinds"]),
            offset: try offset(name, row["offset"])
        )
        if let kind = printer.kinds.first(where: { !printer.takes($0) }) {
            throw flaw("\(name): a printer of zpl takes no \(kind.rawValue)")
        }
        if case .folder = printer.way, !printer.offset.isZero,
            printer.kinds.contains(where: { !$0.isZPL })
        {
            throw flaw("\(name): an offset moves zpl alone; set the page's in the printer's driver")
        }
        return printer
    }

    private static func way(
        _ name: String,
        _ row: Node,
        _ root: String
    ) throws(OfficeSettings.Flaw) -> Printer.Way {
        switch (row["file"]?.string, row["zpl"]?.string) {
        case (let folder?, nil) where !folder.isEmpty:
            return .folder(folder.hasPrefix("/") ? folder : root + "/" + folder)
        case (nil, let address?):
            let parts = address.split(separator: ":")
            guard let colon = address.lastIndex(of: ":"), parts.count >= 2,
                let port = Int(address[address.index(after: colon)...]),
                (1...65_535).contains(port)
            else { throw flaw("\(name): zpl: expected HOST:PORT, found '\(address)'") }
            return .zpl(host: String(address[..<colon].filter { !"[]".contains($0) }), port: port)
        default: throw flaw("\(name): expected either file or zpl")
        }
    }

    private static func kinds(
        _ name: String,
        _ node: Node?
    ) throws(OfficeSettings.Flaw) -> [DocumentKind] {
        guard let names = node?.array(of: String.self), !names.isEmpty else {
            throw flaw("\(name): expected kinds, a list of documents")
        }
        var kinds: [DocumentKind] = []
        for text in names {
            guard let kind = DocumentKind(rawValue: text) else {
                let all = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw flaw("\(name): kinds: '\(text)' is none of \(all)")
            }
            kinds.append(kind)
        }
        return kinds
    }

    private static func offset(
        _ name: String,
        _ node: Node?
    ) throws(OfficeSettings.Flaw) -> PrinterOffset {
        guard let node else { return PrinterOffset() }
        guard let members = node.mapping,
            members.allSatisfy({ ["x", "y"].contains($0.key.string ?? "") })
        else { throw flaw("\(name): offset: expected x and y") }
        var tenths = [0, 0]
        for (index, axis) in ["x", "y"].enumerated() {
            guard let value = node[axis] else { continue }
            let millimetres = value.float ?? .nan
            guard abs(millimetres) <= Double(PrinterOffset.most) / 10 else {
                throw flaw(
                    "\(name): offset: \(axis): expected -10 to 10 (mm),"
                        + " found '\(value.string ?? "")'"
                )
            }
            tenths[index] = Int((millimetres * 10).rounded())
        }
        return PrinterOffset(x: tenths[0], y: tenths[1])
    }

    private static func flaw(_ description: String) -> OfficeSettings.Flaw {
        OfficeSettings.Flaw(description: "office.yaml: printers: " + description, hint: example)
    }
}

extension DocumentKind {
    var isZPL: Bool { self == .label203ZPL || self == .label300ZPL }

    /// Dots a millimetre of a label in ZPL, as label printers count them.
    var dotsPerMillimetre: Int? {
        switch self {
        case .label203ZPL: 8
        case .label300ZPL: 12
        default: nil
        }
    }
}
