import Documents

/// A two-dimensional code as a picture.
package enum ModulePicture {
    /// 300 dots an inch.
    private static let dotsPerMetre = 11_811

    /// A PNG of square modules, dark where the row says true.
    package static func png(_ rows: [[Bool]], dotsPerModule dots: Int) -> [UInt8] {
        var bitmap = Bitmap(width: (rows.first?.count ?? 1) * dots, height: rows.count * dots)
        for (y, row) in rows.enumerated() {
            for (x, isDark) in row.enumerated() where isDark {
                bitmap.fill(x * dots..<(x + 1) * dots, y * dots..<(y + 1) * dots)
            }
        }
        return PNG.encode(bitmap, dotsPerMetre: dotsPerMetre)
    }
}
