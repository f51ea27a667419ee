/// How one message type carries our values: a table that an operator edits without a build.
///
/// The same table encodes and decodes. It is read from a text file whose format is normative in
/// `docs/MESSAGES.md`: each line is a segment as it will stand in the message, with the fields of an
/// item in braces where their values go.
package struct Profile: Hashable, Sendable {
    package let name: String
    /// Which edition of the table this is; the JSON twin names it.
    package let edition: String
    package let status: Status
    package let type: MessageType
    /// The levels a message may be written in; the smallest that fits is taken.
    package let levels: RepertoireSet
    let codes: [String: CodeTable]
    let nodes: [Node]
    /// The fields that the lines name, by their full paths.
    let carried: Set<String>
    /// Whether those are all the fields an item has.
    let carriesEverything: Bool

    /// Whose layout it is.
    package enum Status: String, Hashable, Sendable {
        /// Ours, because no public table was found: to be replaced by who holds the standard.
        case own
        /// Taken from the standard by an operator who holds it.
        case standard
    }

    /// A line of the table, or lines that repeat or belong to one object.
    indirect enum Node: Hashable, Sendable {
        case segment(SegmentTemplate)
        case group(Group)
    }

    struct Group: Hashable, Sendable {
        let repeats: Bool
        let isMandatory: Bool
        let path: FieldPath
        let nodes: [Node]

        /// The segment that says that the group is there.
        var trigger: SegmentTemplate? {
            guard case .segment(let template) = nodes.first else { return nil }
            return template
        }
    }
}

/// Words of ours and the codes that stand for them in the message, both ways.
struct CodeTable: Hashable, Sendable {
    private(set) var codes: [String: String] = [:]
    private(set) var words: [String: String] = [:]

    /// Whether the pair is new on both sides; only then can the table be read both ways.
    mutating func add(_ word: String, _ code: String) -> Bool {
        guard codes[word] == nil, words[code] == nil else { return false }
        codes[word] = code
        words[code] = word
        return true
    }
}

/// A field by the names that lead to it from the item or from the group around it.
struct FieldPath: Hashable, Sendable {
    let names: [String]

    init(_ names: [String]) { self.names = names }

    init?(_ text: String) {
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isLetter) }) else {
            return nil
        }
        self.names = names
    }

    var text: String { names.joined(separator: ".") }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
