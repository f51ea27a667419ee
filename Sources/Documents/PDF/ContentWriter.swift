/// Writes a sheet's marks as a content stream (ISO 32000-1, 8 and 9).
///
/// The page is scaled to micrometres once, so every number is a short integer and exact.
struct ContentWriter {
    /// One micrometre in PDF's units of 1/72 inch.
    static let scale: StaticString = "0.0028346457"

    private(set) var bytes: [UInt8] = []
    /// Bit n: prepared block n is used.
    private(set) var blocks: UInt64 = 0
    private var height = 0
    private var state = GraphicsState()
    /// Where the next text is counted from; nil: outside of a text object.
    private var textOrigin: (x: Int, y: Int)?

    /// Begins a sheet; what was written before is gone, its memory stays.
    mutating func begin(height: Length) {
        bytes.removeAll(keepingCapacity: true)
        blocks = 0
        self.height = height.value
        state = GraphicsState()
        textOrigin = nil
    }

    mutating func drawForm(_ index: Int) {
        bytes.append("/T")
        bytes.append(decimal: index)
        bytes.append(" Do\n")
    }

    mutating func scaleToMicrometres() {
        bytes.append(ContentWriter.scale)
        bytes.append(" 0 0 ")
        bytes.append(ContentWriter.scale)
        bytes.append(" 0 0 cm\n")
    }

    mutating func end() {
        leaveText()
    }

    mutating func fill(_ ink: Ink) {
        guard state.fill != ink else { return }
        state.fill = ink
        bytes.append(thousandths: 1000 - Int(ink.percent) * 10)
        bytes.append(" g\n")
    }

    mutating func stroke(_ ink: Ink, width: Length) {
        if state.stroke != ink {
            state.stroke = ink
            bytes.append(thousandths: 1000 - Int(ink.percent) * 10)
            bytes.append(" G\n")
        }
        if state.width != width {
            state.width = width
            bytes.append(decimal: width.value)
            bytes.append(" w\n")
        }
    }

    mutating func font(_ font: FontRef, size: Int) {
        guard state.font != font || state.size != size else { return }
        state.font = font
        state.size = size
        if let block = font.block { blocks |= 1 << UInt64(block) }
        bytes.append("/F")
        bytes.append(decimal: Int(font.raw))
        bytes.append(0x20)
        bytes.append(decimal: size)
        bytes.append(" Tf")
    }

    mutating func number(_ value: Int) {
        bytes.append(decimal: value)
        bytes.append(0x20)
    }

    mutating func number(thousandths value: Int) {
        bytes.append(thousandths: value)
        bytes.append(0x20)
    }

    mutating func operation(_ name: StaticString) {
        bytes.append(name)
    }

    mutating func point(_ point: Point) {
        number(point.x.value)
        number(height - point.y.value)
    }

    /// Moves the start of text, entering a text object where none is open.
    mutating func moveText(x: Int, y: Int) {
        let up = height - y
        let origin = enterText()
        number(x - origin.x)
        number(up - origin.y)
        bytes.append("Td")
        textOrigin = (x, up)
    }

    /// Opens a text object unless one is open; where its text stands.
    @discardableResult
    mutating func enterText() -> (x: Int, y: Int) {
        if let textOrigin { return textOrigin }
        bytes.append("BT\n")
        textOrigin = (0, 0)
        return (0, 0)
    }

    mutating func leaveText() {
        guard textOrigin != nil else { return }
        bytes.append("ET\n")
        textOrigin = nil
    }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(hex unit: UInt16) {
        bytes.append(hex: unit)
    }

    /// A glyph inside a literal string: two bytes, and a backslash before what needs one.
    mutating func append(glyph id: UInt16) {
        append(escaped: UInt8(truncatingIfNeeded: id >> 8))
        append(escaped: UInt8(truncatingIfNeeded: id))
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case 0x28, 0x29, 0x5C:
            bytes.append(0x5C)
            bytes.append(byte)
        case 0x0D:
            bytes.append(0x5C)
            bytes.append(0x72)
        default:
            bytes.append(byte)
        }
    }
}

/// What the stream has set last, so that nothing is set twice.
private struct GraphicsState {
    var fill = Ink.black
    var stroke = Ink.black
    var width = Length.micrometres(-1)
    var font = FontRef(raw: UInt16.max)
    var size = -1
}
