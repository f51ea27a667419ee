package import Mail

/// A list of scans of items in the building: a number a line, or CSV with a column `item` and, where
/// they are known, `destination`, `nature` and `need`.
package struct ScanList: Sendable {
    /// A line that was not taken, and why.
    package struct Refused: Hashable, Sendable {
        /// As a spreadsheet counts.
        package let row: Int
        package let text: String
        package let reason: String
    }

    package private(set) var items: [FoundItem] = []
    package private(set) var refused: [Refused] = []
    /// Lines that repeat a number of the list.
    package private(set) var repeated = 0

    private static let names: [String: Column] = [
        "item": .item, "barcode": .item, "number": .item, "id": .item, "s10": .item,
        "tracking": .item, "destination": .destination, "country": .destination,
        "nature": .nature, "contents": .nature, "need": .need, "needs": .need,
    ]

    private enum Column {
        case item
        case destination
        case nature
        case need
    }

    private var columns: [Column: Int] = [.item: 0]
    private var seen: Set<S10> = []

    /// - Throws: ``IntakeRefusal`` for a file that is none to read, or what the source throws.
    package init(path: String) throws {
        let survey = try FileSurvey.of(try FileBytes(path: path).source)
        try survey.refuseOtherKinds()
        var window = TextWindow(try FileBytes(path: path).source, survey: survey)
        let dialect = try CSVDialect.of(&window)
        var reader = CSVReader(window, delimiter: dialect.delimiter)
        if dialect.isNamed { _ = try reader.next() }
        var isFirst = true
        while let row = try reader.next() {
            if isFirst, let columns = Self.columns(row) {
                self.columns = columns
            } else {
                take(row)
            }
            isFirst = false
        }
    }

    /// The columns of a header; nothing where the first line is a scan.
    private static func columns(_ row: CSVRow) -> [Column: Int]? {
        var columns: [Column: Int] = [:]
        for (place, text) in row.texts.enumerated() {
            let name = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
            guard let column = names[name], columns[column] == nil else { continue }
            columns[column] = place
        }
        return columns[.item] == nil ? nil : columns
    }

    private mutating func take(_ row: CSVRow) {
        func cell(_ column: Column) -> String? {
            guard let place = columns[column], place < row.count else { return nil }
            let text = row.text(place).filter { !$0.isWhitespace }
            return text.isEmpty ? nil : text
        }
        func refuse(_ reason: String) {
            let text = row.texts.joined(separator: ",")
            refused.append(Refused(row: row.number, text: String(text.prefix(80)), reason: reason))
        }
        if let flaw = row.flaw { return refuse(flaw.description) }
        guard let text = cell(.item) else { return refuse("expected an item's number, found none") }
        let number: S10
        do throws(S10.Flaw) {
            number = try S10(text.uppercased())
        } catch {
            return refuse(error.description)
        }
        let code = cell(.destination)
        let country = code.flatMap { Country($0.uppercased()) }
        if let code, country == nil { return refuse("expected a country's code, found \(code)") }
        var need = FoundItem.need(of: number)
        if let nature = cell(.nature)?.lowercased() {
            switch nature {
            case "correspondence", "letter": need = .nothing
            case "documents", "gift", "sample", "returned", "sale", "other", "mixed", "goods":
                need = .data
            default: return refuse("expected a nature such as correspondence, found \(nature)")
            }
        }
        if let said = cell(.need)?.lowercased() {
            guard let known = FoundItem.Need(rawValue: said) else {
                let names = FoundItem.Need.allCases.map(\.rawValue).joined(separator: ", ")
                return refuse("expected one of \(names), found \(said)")
            }
            need = known
        }
        guard seen.insert(number).inserted else {
            repeated += 1
            return
        }
        items.append(FoundItem(number, to: country, needs: need))
    }
}
