import Mail

/// A label in ZPL II: the item's bar code drawn by the printer, all else as one picture.
///
/// The picture is the raster of the same label, so a Zebra prints any script that the fonts of the
/// edition have, whatever fonts it has itself. The bar code is native so that the printer sets every
/// bar to its own dots. Source: ZPL II programming guide.
enum ZPLLabel {
    /// The label whose picture lacks its bar code.
    static func encode(
        _ id: ItemID,
        picture: Bitmap,
        bars: BarDots,
        copies: Int
    ) -> [UInt8] {
        var output: [UInt8] = []
        // Encoding UTF-8, width and length in dots, origin at the corner.
        output += Array("^XA\n^CI28\n^PW\(picture.width)\n^LL\(picture.height)\n^LH0,0\n".utf8)
        GraphicField.append(picture, x: 0, y: 0, to: &output)
        // Module in dots; Code 128, not rotated, height, no text by the printer, and the shortest
        // plan (A); with any plan the symbol stays within the room kept for it.
        output += Array(
            """
            ^FO\(bars.left),\(bars.top)^BY\(bars.module),3.0,\(bars.height)\
            ^BCN,\(bars.height),N,N,N,A^FD\(id.text)^FS

            """
            .utf8
        )
        output += Array("^PQ\(copies)\n^XZ\n".utf8)
        return output
    }
}
