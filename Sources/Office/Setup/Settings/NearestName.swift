/// The name that somebody probably meant.
enum NearestName {
    /// The nearest by edits, if it is near enough to be worth saying.
    static func of(_ written: String, among names: [String]) -> String? {
        let word = Array(written.lowercased().utf8)
        let ranked = names.map { (name: $0, edits: edits(word, Array($0.lowercased().utf8))) }
        guard let best = ranked.min(by: { $0.edits < $1.edits }) else { return nil }
        return best.edits <= max(2, best.name.utf8.count / 2) ? best.name : nil
    }

    /// How many letters must be put in, taken out, changed or swapped with their neighbour.
    ///
    /// - Complexity: O(product of both lengths).
    static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(
                    last[column] + (letter == other ? 0 : 1),
                    last[column + 1] + 1,
                    current[column] + 1
                )
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            before = last
            last = current
        }
        return last[right.count]
    }
}
