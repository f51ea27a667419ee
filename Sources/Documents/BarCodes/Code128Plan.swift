/// The choice of sets that makes a Code 128 symbol shortest.
///
/// Worked out from the end of the text: what is left costs least in each set, whatever came before.
struct Code128Plan {
    private enum CodeSet: Int {
        case a
        case b
        case c

        var start: UInt8 { 103 + UInt8(rawValue) }

        /// The codeword that changes to this set, the same in each of the other two.
        var switchTo: UInt8 {
            switch self {
            case .a: 101
            case .b: 100
            case .c: 99
            }
        }
    }

    private enum Step {
        case pair
        case character
        case shifted
        case change(to: CodeSet)
    }

    private static let shift: UInt8 = 98
    private static let impossible = Int.max / 2

    private let bytes: [UInt8]
    /// The cost in codewords of the text from a position on, by position and set.
    private var costs: [Int]

    /// - Precondition: the bytes are ASCII.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        costs = Array(repeating: 0, count: (bytes.count + 1) * 3)
        for position in bytes.indices.reversed() {
            let a = staying(at: position, in: .a)
            let b = staying(at: position, in: .b)
            let c = staying(at: position, in: .c)
            costs[position * 3] = min(a, b + 1, c + 1)
            costs[position * 3 + 1] = min(b, a + 1, c + 1)
            costs[position * 3 + 2] = min(c, a + 1, b + 1)
        }
    }

    /// The start character and the data with its switches.
    var codewords: [UInt8] {
        // B first, so that a text that costs the same in each set is the one people expect.
        var set = [CodeSet.b, .c, .a].min { costs[$0.rawValue] < costs[$1.rawValue] } ?? .b
        var codewords = [set.start]
        var position = 0
        while position < bytes.count {
            switch step(at: position, in: set) {
            case .change(let next):
                codewords.append(next.switchTo)
                set = next
            case .pair:
                codewords.append((bytes[position] - 48) * 10 + bytes[position + 1] - 48)
                position += 2
            case .character:
                codewords.append(value(bytes[position]))
                position += 1
            case .shifted:
                codewords.append(Self.shift)
                codewords.append(value(bytes[position]))
                position += 1
            }
        }
        return codewords
    }

    private func step(at position: Int, in set: CodeSet) -> Step {
        let cost = costs[position * 3 + set.rawValue]
        guard staying(at: position, in: set) > cost else {
            if set == .c { return .pair }
            return has(bytes[position], in: set) ? .character : .shifted
        }
        let next = [CodeSet.b, .c, .a]
            .first {
                $0 != set && staying(at: position, in: $0) + 1 == cost
            }
        guard let next else { preconditionFailure("a Code 128 plan has a way from every position") }
        return .change(to: next)
    }

    /// The cost from a position on when its character is written in that set.
    private func staying(at position: Int, in set: CodeSet) -> Int {
        if set == .c {
            guard position + 1 < bytes.count, isDigit(position), isDigit(position + 1) else {
                return Self.impossible
            }
            return 1 + costs[(position + 2) * 3 + set.rawValue]
        }
        let own = has(bytes[position], in: set) ? 1 : 2
        return own + costs[(position + 1) * 3 + set.rawValue]
    }

    private func isDigit(_ position: Int) -> Bool { bytes[position] >= 48 && bytes[position] <= 57 }

    private func has(_ byte: UInt8, in set: CodeSet) -> Bool { set == .a ? byte < 96 : byte >= 32 }

    private func value(_ byte: UInt8) -> UInt8 { byte < 32 ? byte + 64 : byte - 32 }
}
