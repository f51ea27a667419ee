import CZint
import Mail
import Office

/// A QR code as dark and light modules; the library makes it, we draw it.
package struct QRCode: Sendable {
    /// Light modules around the code (ISO/IEC 18004:2015 §6.3.8).
    private static let quietZone = 4

    /// Rows from the top, dark modules being true.
    package let modules: [[Bool]]

    /// A code of a short text; nothing when the library refuses it.
    package init?(_ text: String) {
        guard let symbol = unsafe ZBarcode_Create() else { return nil }
        defer { unsafe ZBarcode_Delete(symbol) }
        unsafe symbol.pointee.symbology = BARCODE_QRCODE
        // Error correction M: a sixth of the code may be dirty or scratched.
        unsafe symbol.pointee.option_1 = 2
        let bytes = Array(text.utf8)
        guard unsafe ZBarcode_Encode(symbol, bytes, Int32(bytes.count)) < ZINT_ERROR else {
            return nil
        }
        let (rows, width) = unsafe (Int(symbol.pointee.rows), Int(symbol.pointee.width))
        modules = unsafe withUnsafeBytes(of: &symbol.pointee.encoded_data) { data in
            let stride = data.count / 200
            return (0..<rows)
                .map { row in
                    (0..<width)
                        .map { column in
                            let byte = unsafe data[row * stride + column >> 3]
                            return byte >> UInt8(column & 7) & 1 == 1
                        }
                }
        }
    }

    /// A drawing that takes any size.
    package var svg: String {
        let size = modules.count + 2 * Self.quietZone
        var path = ""
        for (y, row) in modules.enumerated() {
            for (x, isDark) in row.enumerated() where isDark {
                path += "M\(x + Self.quietZone) \(y + Self.quietZone)h1v1h-1z"
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(size)v\(size)H0z"/>\
            <path d="\(path)"/></svg>
            """
    }

    /// A picture with so many dots to a module.
    package func png(dotsPerModule dots: Int = 8) -> [UInt8] {
        let quiet = Array(repeating: false, count: Self.quietZone)
        let empty = Array(
            repeating: Array(repeating: false, count: modules.count + 2 * Self.quietZone),
            count: Self.quietZone
        )
        return ModulePicture.png(
            empty + modules.map { quiet + $0 + quiet } + empty,
            dotsPerModule: dots
        )
    }
}
