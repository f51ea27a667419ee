import Foundation

/// A library that others make such documents with, measured in the same run.
struct DocumentPeer {
    let name: String
    /// Prints seconds of processor time for the number of documents in `count`.
    let script: String

    static let all = [reportlab, cairo]

    func measure(into table: inout BenchTable) {
        let count = 40
        let python = ProcessInfo.processInfo.environment["POSTHORN_PYTHON"] ?? "python3"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-W", "ignore", "-c", "count = \(count)\n" + script]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else {
            return table.row(name, "skipped", target: "no \(python)")
        }
        let answer = (try? output.fileHandleForReading.readToEnd()).flatMap { $0 } ?? Data()
        process.waitUntilExit()
        let words = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let seconds = Double(words[0]), seconds > 0 else {
            return table.row(name, "skipped", target: "not installed for \(python)")
        }
        table.row("\(name), \(words[1]) bytes each", "\(Int(Double(count) / seconds))")
    }

    /// 60 texts, 80 rules and a Code 128 on one page, with the sans and bold subset per document.
    private static let reportlab = DocumentPeer(
        name: "reportlab",
        script: """
            import io, time
            from reportlab.pdfgen.canvas import Canvas
            from reportlab.pdfbase import pdfmetrics
            from reportlab.pdfbase.ttfonts import TTFont
            from reportlab.graphics.barcode import code128
            folder = "/usr/share/fonts/truetype/noto/"
            pdfmetrics.registerFont(TTFont("Sans", folder + "NotoSans-Regular.ttf"))
            pdfmetrics.registerFont(TTFont("Bold", folder + "NotoSans-Bold.ttf"))
            def make(number):
                file = io.BytesIO()
                page = Canvas(file, pagesize=(595, 420))
                for index in range(80):
                    page.line(10, 5 * index, 580, 5 * index)
                for index in range(60):
                    page.setFont("Sans" if index % 2 else "Bold", 7)
                    x, y = 20 + index % 3 * 180, 20 + index * 6
                    page.drawString(x, y, "Knitted cotton jumper %d" % (number + index))
                code = "RR%08dGB" % number
                code128.Code128(code, barWidth=1, barHeight=36).drawOn(page, 300, 350)
                page.save()
                return file.getvalue()
            make(0)
            start = time.process_time()
            for number in range(count):
                made = make(number)
            print(time.process_time() - start, len(made))
            """
    )

    private static let cairo = DocumentPeer(
        name: "pycairo, without a bar code",
        script: """
            import io, time, cairo
            def make(number):
                file = io.BytesIO()
                surface = cairo.PDFSurface(file, 595, 420)
                page = cairo.Context(surface)
                page.set_line_width(0.5)
                for index in range(80):
                    page.move_to(10, 5 * index)
                    page.line_to(580, 5 * index)
                page.stroke()
                page.set_font_size(7)
                for index in range(60):
                    bold = cairo.FONT_WEIGHT_NORMAL if index % 2 else cairo.FONT_WEIGHT_BOLD
                    page.select_font_face("Noto Sans", cairo.FONT_SLANT_NORMAL, bold)
                    page.move_to(20 + index % 3 * 180, 20 + index * 6)
                    page.show_text("Knitted cotton jumper %d" % (number + index))
                surface.finish()
                return file.getvalue()
            make(0)
            start = time.process_time()
            for number in range(count):
                made = make(number)
            print(time.process_time() - start, len(made))
            """
    )
}
