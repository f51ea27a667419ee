/// Something is wrong with keys or their storage: the operator has to do something.
package struct KeysFault: Error, Sendable {
    package enum Code: String, Sendable {
        /// A file cannot be read, written, listed or removed.
        case storage
        /// A file that must be there is missing.
        case missing
        /// A file holds something else than its name says.
        case content
        /// No identity at hand opens the wrapped key.
        case unopenable
        /// An escrow refuses to lose what is locked.
        case locked
        /// An object of this name with other bytes exists.
        case differs
        /// A data key that entries need is nowhere at hand.
        case keyMissing = "key_missing"
    }

    package let code: Code
    package let path: String
    package let detail: String
    package let hint: String

    package init(_ code: Code, path: String, detail: String, hint: String) {
        self.code = code
        self.path = path
        self.detail = detail
        self.hint = hint
    }
}

extension KeysFault: Equatable {
    /// Faults are told apart by their code; the rest is for people.
    package static func == (left: Self, right: Self) -> Bool { left.code == right.code }
}

extension KeysFault: CustomStringConvertible {
    package var description: String { "\(path): \(detail)\nhint: \(hint)" }
}
