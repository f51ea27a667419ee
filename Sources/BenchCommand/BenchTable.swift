/// Rows of figures with what we aim for, printed as one aligned table.
struct BenchTable {
    private let title: String
    private var rows: [(name: String, figure: String, target: String)] = []

    init(_ title: String) {
        self.title = title
    }

    mutating func row(_ name: String, _ figure: String, target: String = "") {
        rows.append((name, figure, target))
    }

    func print() {
        let names = rows.map(\.name.count).max() ?? 0
        let figures = rows.map(\.figure.count).max() ?? 0
        Swift.print("\n" + title)
        for row in rows {
            let name = row.name + String(repeating: " ", count: names - row.name.count)
            let figure = String(repeating: " ", count: figures - row.figure.count) + row.figure
            Swift.print("  \(name)  \(figure)  \(row.target)")
        }
    }
}
