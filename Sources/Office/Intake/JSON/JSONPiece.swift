/// One item of a JSON file as bytes, or what stands where an item should.
struct JSONPiece: Hashable, Sendable {
    /// The line of JSON lines, or the place in the list, from 1.
    let number: Int
    let content: Content

    enum Content: Hashable, Sendable {
        case bytes([UInt8])
        case flaw(String)
    }
}
