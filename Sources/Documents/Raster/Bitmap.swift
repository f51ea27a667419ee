/// A picture of black and white dots: what a label printer prints.
///
/// Rows from the top, eight dots a byte, the leftmost dot in the highest bit; a set bit is black.
package struct Bitmap: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package let rowBytes: Int
    package private(set) var bytes: [UInt8]

    /// A white picture of that many dots.
    package init(width: Int, height: Int) {
        precondition(width > 0 && height > 0, "a bitmap has dots, not \(width) × \(height)")
        self.width = width
        self.height = height
        rowBytes = (width + 7) / 8
        bytes = Array(repeating: 0, count: rowBytes * height)
    }

    /// Whether the dot is black; dots outside the picture are white.
    package func isBlack(_ x: Int, _ y: Int) -> Bool {
        guard x >= 0, y >= 0, x < width, y < height else { return false }
        return bytes[y * rowBytes + x >> 3] & 0x80 >> UInt8(x & 7) != 0
    }

    /// The bytes of one row.
    package func row(_ y: Int) -> ArraySlice<UInt8> {
        bytes[y * rowBytes..<(y + 1) * rowBytes]
    }

    /// Makes dots black or white; what lies outside the picture is left out.
    package mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, black: Bool = true) {
        let left = max(0, columns.lowerBound)
        let right = min(width, columns.upperBound)
        let rows = max(0, rows.lowerBound)..<max(0, min(height, rows.upperBound))
        guard left < right, rows.lowerBound < rows.upperBound else { return }
        let (first, last) = (left >> 3, (right - 1) >> 3)
        let head = UInt8(0xFF) >> UInt8(left & 7)
        let tail = UInt8(truncatingIfNeeded: 0xFF00 >> ((right - 1) & 7 + 1))
        for row in rows {
            let start = row * rowBytes
            for column in first...last {
                var mask: UInt8 = 0xFF
                if column == first { mask &= head }
                if column == last { mask &= tail }
                if black { bytes[start + column] |= mask } else { bytes[start + column] &= ~mask }
            }
        }
    }

    /// Makes black, or white, the dots that another picture has black, its top left corner at a dot.
    package mutating func draw(_ other: Bitmap, x: Int, y: Int, black: Bool = true) {
        let shift = UInt16((x % 8 + 8) % 8)
        let firstByte = (x - Int(shift)) / 8
        for sourceRow in 0..<other.height {
            let row = y + sourceRow
            guard row >= 0, row < height else { continue }
            for column in 0..<other.rowBytes {
                let bits = other.bytes[sourceRow * other.rowBytes + column]
                guard bits != 0 else { continue }
                let pair = (UInt16(bits) << 8) >> shift
                change(UInt8(pair >> 8), at: firstByte + column, row: row, black)
                change(UInt8(pair & 0xFF), at: firstByte + column + 1, row: row, black)
            }
        }
    }

    private mutating func change(_ bits: UInt8, at column: Int, row: Int, _ black: Bool) {
        guard bits != 0, column >= 0, column < rowBytes else { return }
        var kept = bits
        if column == rowBytes - 1, width & 7 != 0 { kept &= 0xFF << UInt8(8 - width & 7) }
        if black {
            bytes[row * rowBytes + column] |= kept
        } else {
            bytes[row * rowBytes + column] &= ~kept
        }
    }

    /// The smallest rectangle that holds every black dot: columns and rows.
    package var inked: (columns: Range<Int>, rows: Range<Int>)? {
        let rows = (0..<height).filter { row($0).contains { $0 != 0 } }
        guard let top = rows.first, let bottom = rows.last else { return nil }
        var columns = (0..<width).filter { x in (top...bottom).contains { isBlack(x, $0) } }
        guard let left = columns.first, let right = columns.popLast() else { return nil }
        return (left..<right + 1, top..<bottom + 1)
    }
}
