import Mail

/// Takes the elements of a list one by one, however long the list is.
///
/// It only finds where an element begins and ends; reading it is for whoever gets the bytes. What
/// stands between elements and after the list is said as a flaw, so a file that was cut off or
/// glued together is never taken for whole.
struct JSONListReader {
    private(set) var window: TextWindow
    /// Whether the list is the member of an object, whose end is to follow.
    private let isInObject: Bool
    private var number = 0
    private var state = State.first

    private enum State {
        case first
        case element
        case separator
        case behind
        case done
    }

    /// - Precondition: the window stands behind the list's opening bracket.
    init(_ window: TextWindow, isInObject: Bool) {
        self.window = window
        self.isInObject = isInObject
    }

    mutating func next() throws -> JSONPiece? {
        while true {
            guard let byte = try window.peekPastSpace() else { return end() }
            switch state {
            case .done: return nil
            case .behind: return flawBehind(byte)
            case .first where byte == UInt8(ascii: "]"), .separator where byte == UInt8(ascii: "]"):
                window.position += 1
                state = .behind
                if isInObject { return try closeObject() }
            case .separator where byte == UInt8(ascii: ","):
                window.position += 1
                state = .element
            case .separator:
                state = .element
                return flaw("expected a comma or ']' between items, found \(Self.show(byte))")
            case .element where byte == UInt8(ascii: "]"):
                state = .separator
                return flaw("a comma stands where an item should")
            case .first, .element:
                if let piece = try element(byte) { return piece }
            }
        }
    }

    private mutating func end() -> JSONPiece? {
        defer { state = .done }
        return state == .behind || state == .done ? nil : flaw("the file ends inside the list")
    }

    private mutating func flawBehind(_ byte: UInt8) -> JSONPiece {
        state = .done
        return flaw("more follows the list, from \(Self.show(byte))")
    }

    /// What follows the list in its object: other members are left alone, the brace must come.
    private mutating func closeObject() throws -> JSONPiece? {
        var rest = Array("{\"\":0".utf8)
        while !window.isAtEnd, window.bytes.count - window.position < IntakeLimits.element {
            try window.load()
        }
        rest += window.bytes[window.position...]
        window.position = window.bytes.count
        state = .done
        guard (try? JSONReader.read(rest)) != nil else {
            return flaw("the object around the list does not end as one")
        }
        return nil
    }

    /// Something is wrong where the next item would stand.
    private func flaw(_ reason: String) -> JSONPiece {
        JSONPiece(number: number + 1, content: .flaw(reason))
    }

    private static func show(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F
            ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    }

    private mutating func element(_ byte: UInt8) throws -> JSONPiece? {
        guard byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") else {
            window.position += 1
            defer { number += 1 }
            return flaw("expected an item, found \(Self.show(byte))")
        }
        number += 1
        var scan = JSONElementScan()
        var bytes: [UInt8] = []
        var isTooLong = false
        while true {
            let step = scan.advance(window.bytes, from: window.position)
            let end =
                switch step {
                case .end(let end), .brokenText(let end): end
                case .more: window.bytes.count
                }
            isTooLong = isTooLong || bytes.count + end - window.position > IntakeLimits.element
            if !isTooLong { bytes += window.bytes[window.position..<end] }
            window.position = end
            state = .separator
            switch step {
            case .end:
                return isTooLong
                    ? .init(number: number, content: .flaw(Self.tooLong))
                    : .init(number: number, content: .bytes(bytes))
            case .brokenText:
                try skipToItem()
                return .init(number: number, content: .flaw("a text does not end on its line"))
            case .more where window.isAtEnd:
                state = .done
                return .init(number: number, content: .flaw("the file ends inside the item"))
            case .more: try window.load()
            }
        }
    }

    static let tooLong = "the item is longer than \(IntakeLimits.element) bytes"

    /// Goes on at the next line that begins with an item, as a list with one item on a line has.
    private mutating func skipToItem() throws {
        var isAtLineStart = false
        while true {
            while window.position < window.bytes.count {
                let byte = window.bytes[window.position]
                if isAtLineStart, byte == UInt8(ascii: "{") {
                    state = .element
                    return
                }
                isAtLineStart = byte == 0x0A || byte == 0x0D || isAtLineStart && byte == 0x20
                window.position += 1
            }
            guard !window.isAtEnd else { return }
            try window.load()
        }
    }
}
