import Crypto
import Office

/// A file that comes in chunk by chunk, is hashed and surveyed on the way, and kept in parts.
struct ArrivingFile {
    let book: BatchBook
    let token: String
    private(set) var survey = FileSurvey()
    private var hash = SHA256()
    private var pending: [UInt8] = []
    private var parts = 0

    init(book: BatchBook, token: String) {
        self.book = book
        self.token = token
    }

    /// - Throws: ``BatchRefusal`` `gone`.
    mutating func take(_ bytes: [UInt8]) throws {
        survey.take(bytes)
        hash.update(data: bytes)
        pending += bytes
        while pending.count >= KeptStore.partSize {
            try add(Array(pending.prefix(KeptStore.partSize)))
            pending.removeFirst(KeptStore.partSize)
        }
    }

    /// The file's SHA-256 in hexadecimal, once the last part is kept.
    mutating func finish() throws -> String {
        if !pending.isEmpty { try add(pending) }
        pending = []
        return hash.finalize()
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }
            .joined()
    }

    private mutating func add(_ part: [UInt8]) throws {
        try book.add(part, part: parts, to: token)
        parts += 1
    }
}
