/// Takes one file out of a `multipart/form-data` body, chunk by chunk (RFC 7578).
///
/// What is held beside the file is at most a boundary or the head of one part. Other parts are
/// small fields of the form.
struct MultipartReader {
    /// Bytes of one part's head, and of one small field.
    private static let headLimit = 8 * 1024
    private static let fieldLimit = 8 * 1024

    private enum Place {
        case preamble
        case head
        case body(Part)
        case end
    }

    private struct Part {
        let name: String
        let fileName: String?
    }

    private let boundary: [UInt8]
    private let fileLimit: Int
    private var place = Place.preamble
    private var pending: [UInt8]

    private(set) var fields: [String: String] = [:]
    private(set) var fileName = ""
    /// What came of the file since ``takeFile()``; nothing before the file begins.
    private(set) var file: [UInt8]?
    private var fileSize = 0

    /// - Parameters:
    ///   - contentType: The request's header, which names the boundary.
    ///   - fileLimit: The most bytes of the file.
    /// - Throws: ``WebRefusal`` `mediaTypeUnsupported`.
    init(_ contentType: String, fileLimit: Int) throws(WebRefusal) {
        let parts = Self.parameters(contentType)
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = parts["boundary"], (1...70).contains(boundary.utf8.count)
        else { throw .mediaTypeUnsupported }
        self.boundary = Array("\r\n--".utf8) + Array(boundary.utf8)
        self.fileLimit = fileLimit
        // The first boundary may stand at the very start, without the line end before it.
        pending = Array("\r\n".utf8)
    }

    /// - Throws: ``WebRefusal`` `bodyTooLarge`, `bodyMalformed`.
    mutating func take(_ chunk: [UInt8]) throws(WebRefusal) {
        pending += chunk
        while try step() {}
    }

    /// - Throws: ``WebRefusal`` `bodyMalformed` when the last boundary did not come.
    func finish() throws(WebRefusal) {
        guard case .end = place else { throw .bodyMalformed("the body ends inside of a part") }
    }

    /// Takes away what came of the file so far, so that it is never whole in memory.
    mutating func takeFile() -> [UInt8] {
        guard let bytes = file, !bytes.isEmpty else { return [] }
        file = []
        return bytes
    }

    /// Goes on as far as what is there allows; false when more must come.
    private mutating func step() throws(WebRefusal) -> Bool {
        switch place {
        case .end:
            pending.removeAll()
            return false
        case .preamble:
            guard let found = pending.firstRange(of: boundary) else {
                pending.removeFirst(max(0, pending.count - boundary.count))
                return false
            }
            pending.removeFirst(found.upperBound)
            place = .head
            return true
        case .head: return try head()
        case .body(let part): return try body(of: part)
        }
    }

    /// After a boundary: two hyphens and that was all, or the head of the next part.
    private mutating func head() throws(WebRefusal) -> Bool {
        guard pending.count >= 2 else { return false }
        if pending.starts(with: Array("--".utf8)) {
            place = .end
            return true
        }
        guard let end = pending.firstRange(of: Array("\r\n\r\n".utf8)) else {
            guard pending.count <= Self.headLimit else {
                throw .bodyMalformed("a part's head of more than \(Self.headLimit) bytes")
            }
            return false
        }
        guard end.lowerBound <= Self.headLimit else {
            throw .bodyMalformed("a part's head of more than \(Self.headLimit) bytes")
        }
        let part = try part(String(decoding: pending[..<end.lowerBound], as: UTF8.self))
        pending.removeFirst(end.upperBound)
        // The boundary may follow at once: an empty body has no line end of its own before it.
        pending = Array("\r\n".utf8) + pending
        if part.fileName != nil {
            guard file == nil else { throw .bodyMalformed("more than one file") }
            file = []
            fileName = part.fileName ?? ""
        }
        place = .body(part)
        skip = 2
        return true
    }

    /// Bytes at the front of `pending` that are ours and not the body's.
    private var skip = 0

    private mutating func body(of part: Part) throws(WebRefusal) -> Bool {
        if let found = pending.firstRange(of: boundary) {
            try keep(pending[min(skip, found.lowerBound)..<found.lowerBound], of: part)
            pending.removeFirst(found.upperBound)
            skip = 0
            place = .head
            return true
        }
        // The last bytes may be the beginning of a boundary.
        let sure = pending.count - boundary.count
        guard sure > skip else { return false }
        try keep(pending[skip..<sure], of: part)
        pending.removeFirst(sure)
        skip = 0
        return false
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>, of part: Part) throws(WebRefusal) {
        if part.fileName != nil {
            file?.append(contentsOf: bytes)
            fileSize += bytes.count
            guard fileSize <= fileLimit else { throw .bodyTooLarge(limit: fileLimit) }
            return
        }
        let value = fields[part.name, default: ""] + String(decoding: bytes, as: UTF8.self)
        guard value.utf8.count <= Self.fieldLimit, fields.count < 100 else {
            throw .bodyTooLarge(limit: Self.fieldLimit)
        }
        fields[part.name] = value
    }

    private func part(_ head: String) throws(WebRefusal) -> Part {
        for line in head.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == "content-disposition" else {
                continue
            }
            let parameters = Self.parameters(String(halves[1]))
            guard let name = parameters["name"] else { break }
            return Part(name: name, fileName: parameters["filename"])
        }
        throw .bodyMalformed("a part without a name")
    }

    /// The parameters behind the first `;`, quoted or not.
    static func parameters(_ header: String) -> [String: String] {
        var parameters: [String: String] = [:]
        var rest = Substring(header).drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            var value = ""
            if rest.first == "\"" {
                rest = rest.dropFirst()
                while let character = rest.popFirst(), character != "\"" {
                    value.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
                }
                rest = rest.drop { $0 != ";" }
            } else {
                value = String(rest.prefix { $0 != ";" })
                rest = rest.dropFirst(value.count)
            }
            parameters[name.lowercased()] = value
        }
        return parameters
    }
}
