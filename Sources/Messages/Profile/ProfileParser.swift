/// Reads a profile from its text.
///
/// Headings come first, then code tables, then `segments` and the lines of the message. Everything
/// that could only surface in a message later is found here: fields that do not exist, formats that
/// do not write a field, groups without a trigger, codes that could not be read back.
struct ProfileParser {
    private let lines: [(number: Int, text: Substring)]
    private let catalogue: FieldCatalogue
    private var next = 0
    private var headings: [String: String] = [:]
    private var codes: [String: CodeTable] = [:]

    private static let headingNames = [
        "profile", "edition", "status", "message", "repertoires",
    ]

    /// - Throws: ``ProfileFault``, the first in the text.
    static func read(
        _ text: String,
        _ catalogue: FieldCatalogue
    ) throws(ProfileFault) -> Profile {
        var parser = ProfileParser(text, catalogue)
        try parser.readHead()
        let nodes = try parser.readNodes(inside: nil, base: FieldPath([]))
        return try parser.profile(nodes)
    }

    private init(_ text: String, _ catalogue: FieldCatalogue) {
        self.catalogue = catalogue
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated()
            .map { (number: $0.offset + 1, text: $0.element) }
            .filter { !$0.text.allSatisfy(\.isWhitespace) && $0.text.first != "#" }
    }

    /// Headings and code tables, up to the line `segments`.
    private mutating func readHead() throws(ProfileFault) {
        while next < lines.count {
            let (number, text) = lines[next]
            next += 1
            let words = text.split(separator: " ", maxSplits: 1)
            let value = words.count > 1 ? words[1].trimmed : ""
            switch words.first.map(String.init) ?? "" {
            case "segments" where value.isEmpty: return
            case "codes": try readCodes(named: value, at: number)
            case let heading where Self.headingNames.contains(heading): headings[heading] = value
            case let heading: throw ProfileFault(reason: .headingUnknown(heading), line: number)
            }
        }
        throw ProfileFault(reason: .headingMissing("segments"), line: 0)
    }

    /// The indented lines of a code table: a word of ours, blanks, the code.
    private mutating func readCodes(named name: String, at number: Int) throws(ProfileFault) {
        guard !name.isEmpty, codes[name] == nil else {
            throw ProfileFault(reason: .codeTwice("codes \(name)"), line: number)
        }
        var table = CodeTable()
        while next < lines.count, lines[next].text.first == " " {
            let (number, text) = lines[next]
            let words = text.split(separator: " ").map(String.init)
            guard words.count == 2 else {
                throw ProfileFault(reason: .codeMalformed(text.trimmed), line: number)
            }
            guard table.add(words[0], words[1]) else {
                throw ProfileFault(reason: .codeTwice(text.trimmed), line: number)
            }
            next += 1
        }
        codes[name] = table
    }

    /// The lines of one group, or of the whole message.
    private mutating func readNodes(
        inside group: String?,
        base: FieldPath
    ) throws(ProfileFault) -> [Profile.Node] {
        var nodes: [Profile.Node] = []
        while next < lines.count {
            let (number, text) = lines[next]
            next += 1
            let line = text.trimmed
            if line == "end" {
                guard group != nil else {
                    throw ProfileFault(reason: .endWithoutGroup, line: number)
                }
                return nodes
            }
            guard line.hasPrefix("M ") || line.hasPrefix("C ") else {
                throw ProfileFault(reason: .lineMalformed(line), line: number)
            }
            let isMandatory = line.hasPrefix("M ")
            let rest = line.dropFirst(2).trimmed
            if rest.hasPrefix("each ") || rest.hasPrefix("with ") {
                nodes.append(.group(try readGroup(rest, isMandatory, base, number)))
            } else {
                nodes.append(
                    .segment(try readTemplate(rest, isMandatory, base, number))
                )
            }
        }
        if let group { throw ProfileFault(reason: .groupUnclosed(group), line: 0) }
        return nodes
    }

    private mutating func readGroup(
        _ text: String,
        _ isMandatory: Bool,
        _ base: FieldPath,
        _ number: Int
    ) throws(ProfileFault) -> Profile.Group {
        let name = text.dropFirst(5).trimmed
        let repeats = text.hasPrefix("each ")
        guard let path = FieldPath(name),
            catalogue.kind(path, below: base) == (repeats ? .objects : .object)
        else { throw ProfileFault(reason: .fieldUnknown(name), line: number) }
        let below = FieldPath(base.names + path.names)
        let group = Profile.Group(
            repeats: repeats,
            isMandatory: isMandatory,
            path: path,
            nodes: try readNodes(inside: name, base: below)
        )
        guard group.trigger?.isMandatory == true else {
            throw ProfileFault(reason: .triggerMissing(name), line: number)
        }
        return group
    }

    private func readTemplate(
        _ text: String,
        _ isMandatory: Bool,
        _ base: FieldPath,
        _ number: Int
    ) throws(ProfileFault) -> SegmentTemplate {
        do throws(ProfileFault.Reason) {
            let parser = TemplateParser(
                catalogue: catalogue,
                codes: Set(codes.keys),
                base: base
            )
            return try parser.template(text, isMandatory: isMandatory)
        } catch {
            throw ProfileFault(reason: error, line: number)
        }
    }

    private func profile(_ nodes: [Profile.Node]) throws(ProfileFault) -> Profile {
        let repertoires = try heading("repertoires").split(separator: " ").map(String.init)
        let levels = repertoires.compactMap(Repertoire.init)
        guard levels.count == repertoires.count, !levels.isEmpty else {
            throw malformed("repertoires")
        }
        guard let type = MessageType(try heading("message")) else { throw malformed("message") }
        guard let status = Profile.Status(rawValue: try heading("status")) else {
            throw malformed("status")
        }
        let carried = Profile.carried(by: nodes)
        return Profile(
            name: try heading("profile"),
            edition: try heading("edition"),
            status: status,
            type: type,
            levels: RepertoireSet(levels),
            codes: codes,
            nodes: nodes,
            carried: carried,
            carriesEverything: catalogue.leaves.isSubset(of: carried)
        )
    }

    private func heading(_ name: String) throws(ProfileFault) -> String {
        guard let value = headings[name], !value.isEmpty else {
            throw ProfileFault(reason: .headingMissing(name), line: 0)
        }
        return value
    }

    private func malformed(_ name: String) -> ProfileFault {
        let value = headings[name, default: ""]
        let line = lines.first { $0.text.hasPrefix(name) }?.number ?? 0
        return ProfileFault(reason: .valueMalformed(heading: name, value: value), line: line)
    }
}

extension Profile {
    /// Reads a profile that carries items.
    ///
    /// - Throws: ``ProfileFault`` naming the line.
    package init(_ text: String) throws(ProfileFault) {
        self = try ProfileParser.read(text, .item)
    }
}

extension Substring {
    /// Without the blanks around it.
    var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return String(self[start..<end])
    }
}

extension ProfileFault.Reason: Error {}
