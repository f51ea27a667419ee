package import Mail

/// Why something was not printed, in the order in which it is looked at.
package enum PrintRefusal: Error, Hashable, Sendable {
    case printerUnknown(String, known: [String])
    /// The item has no such document.
    case kindMissing(DocumentKind)
    /// No printer is set up for it.
    case noRoute(DocumentKind)
    /// The printer that was named prints nothing of what was asked.
    case notItsKind(String, DocumentKind)
    /// It was not reached, or took not all of it.
    case unreachable(String, why: String)
}

extension PrintRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .printerUnknown(let name, let known):
            "expected a printer of this office"
                + (known.isEmpty ? " (it has none)" : " (\(known.joined(separator: ", ")))")
                + ", found '\(name)'"
        case .kindMissing(let kind): "the item has no \(kind.rawValue)"
        case .noRoute(let kind): "no printer is set up for \(kind.rawValue)"
        case .notItsKind(let name, let kind): "printer \(name) takes no \(kind.rawValue)"
        case .unreachable(let name, let why): "printer \(name): \(why)"
        }
    }

    package var hint: String {
        switch self {
        case .printerUnknown, .noRoute:
            "set it up under `printers:` in office.yaml; `posthorn print --help` shows how"
        case .kindMissing: "`posthorn show ID` lists the item's documents"
        case .notItsKind: "name another printer, or leave the printer to the settings"
        case .unreachable: "see that it is on and connected, then print again"
        }
    }
}
