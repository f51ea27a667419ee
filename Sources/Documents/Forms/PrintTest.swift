package import Mail

/// The page that shows whether a printer keeps to scale and to the edges: no form, and of no edition.
///
/// It has the size of the office's labels. Whoever measures 100 mm on paper knows that nothing
/// scaled it; whoever measures the distance to the edges knows which offset to set.
package enum PrintTest {
    private static let ruler = 100.0
    private static let margin = 5.0

    /// The page in PDF.
    ///
    /// - Throws: ``FitReport``, ``AssetFault``.
    package static func pdf(
        _ printer: String,
        _ label: LabelFormat,
        _ fonts: FontLibrary
    ) throws -> [UInt8] {
        let press = Press(fonts)
        return try press.pdf(
            DrawnDocument(
                title: "Printer test",
                language: "en",
                sheets: [sheet(printer, label, nil)]
            )
        )
    }

    /// The page in ZPL, for a printer with so many dots.
    ///
    /// - Throws: ``FitReport``, ``AssetFault``.
    package static func zpl(
        _ printer: String,
        _ label: LabelFormat,
        _ fonts: FontLibrary,
        isFine: Bool
    ) throws -> [UInt8] {
        let resolution: Resolution = isFine ? .dpi300 : .dpi203
        let page = sheet(printer, label, isFine ? 300 : 203)
        let picture = try RasterPress(Press(fonts)).bitmap(page, resolution, bars: true)
        var output = Array(
            "^XA\n^CI28\n^PW\(picture.width)\n^LL\(picture.height)\n^LH0,0\n".utf8
        )
        GraphicField.append(picture, x: 0, y: 0, to: &output)
        return output + Array("^PQ1\n^XZ\n".utf8)
    }

    private static func sheet(_ printer: String, _ label: LabelFormat, _ dots: Int?) -> Sheet {
        let (width, height) = (label.millimetres.width, label.millimetres.height)
        var marks: [Mark] = [
            .rectangle(
                Rectangle(
                    .millimetres(margin, margin, width - 2 * margin, height - 2 * margin),
                    width: FormStyle.thin
                )
            )
        ]
        marks += scale(isAcross: false, from: (x: 16, y: 20), length: ruler)
        marks += scale(isAcross: true, from: (x: 20, y: 12), length: 70)
        let texts = [
            printer,
            "\(Int(width)) × \(Int(height)) mm" + (dots.map { " · \($0) dpi" } ?? " · PDF"),
            "The upright ruler is 100 mm long.", "The frame is 5 mm from every edge.",
            "Shorter or longer: switch scaling off.", "Frame not in the middle: set an offset.",
        ]
        for (index, text) in texts.enumerated() {
            marks.append(
                .text(
                    text,
                    in: .millimetres(34, 34 + Double(index) * 9, width - 44, 8),
                    FormStyle.entry(
                        index == 0 ? 14 : 8,
                        least: 4,
                        face: index == 0 ? .bold : .sans
                    )
                )
            )
        }
        return Sheet(size: .millimetres(width, height), marks: marks)
    }

    /// A ruler with a tick at each millimetre and a figure at each ten.
    private static func scale(
        isAcross: Bool,
        from start: (x: Double, y: Double),
        length: Double
    ) -> [Mark] {
        let (x, y) = start
        func at(_ along: Double, _ aside: Double) -> Point {
            isAcross ? .millimetres(x + along, y + aside) : .millimetres(x + aside, y + along)
        }
        var marks: [Mark] = [
            .rule(from: at(0, 0), to: at(length, 0), width: FormStyle.thin)
        ]
        for millimetre in 0...Int(length) {
            let tick = millimetre % 10 == 0 ? 5.0 : millimetre % 5 == 0 ? 3.5 : 2
            marks.append(
                .rule(
                    from: at(Double(millimetre), 0),
                    to: at(Double(millimetre), tick),
                    width: FormStyle.hairline
                )
            )
            guard millimetre % 10 == 0 else { continue }
            let (along, aside) = (Double(millimetre), 5.5)
            marks.append(
                .text(
                    String(millimetre),
                    in: .millimetres(
                        isAcross ? x + along - 4 : x + aside,
                        isAcross ? y + aside : y + along - 2,
                        8,
                        4
                    ),
                    FormStyle.heading(7, face: .sans, align: isAcross ? .centre : .left)
                )
            )
        }
        return marks
    }
}
