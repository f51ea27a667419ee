extension OpenedEntry {
    /// One line of JSON, without its end: what `posthorn-rescue extract` prints.
    ///
    /// `{"index":7,"class":"personal","entry":{…}}`, `{"index":0,"control":{…}}`,
    /// `{"index":7,"erased":"2021-03-personal"}` or `{"index":7,"locked":"<key id>"}`. The index is
    /// the last one that the entry takes, which names it for parts too.
    package var line: [UInt8] {
        var line = Array("{\"index\":\(indices.upperBound.advanced(by: -1))".utf8)
        switch content {
        case .control(let record):
            line += Array(",\"control\":".utf8) + record.json
        case .plain(let bytes, let entryClass):
            line += Array(",\"class\":\"\(entryClass.rawValue)\",".utf8)
            if isOneLine(bytes) {
                line += Array("\"entry\":".utf8) + bytes
            } else {
                line += Array("\"base64\":\"\(Base64.encode(bytes))\"".utf8)
            }
        case .erased(let epoch):
            line += Array(",\"erased\":\"\(epoch)\"".utf8)
        case .locked(let id, let epoch):
            line += Array(",\"locked\":\"\(id)\"".utf8)
            if let epoch { line += Array(",\"epoch\":\"\(epoch)\"".utf8) }
        }
        line.append(UInt8(ascii: "}"))
        return line
    }

    /// Canonical JSON is UTF-8 without control characters; what else an entry may hold is shown in
    /// base64, so that it cannot break the line.
    private func isOneLine(_ bytes: [UInt8]) -> Bool {
        bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "}")
            && bytes.allSatisfy { $0 >= 0x20 } && String(validating: bytes, as: UTF8.self) != nil
    }
}
