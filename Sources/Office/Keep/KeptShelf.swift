/// What is kept for a while, each kind in its own bounds: none takes another's room.
package enum KeptShelf: String, Hashable, Sendable, CaseIterable {
    /// What visitors have answered of a lodgement.
    case answers
    /// Files that were uploaded, while people look at them.
    case uploads

    /// How long after the last change, in milliseconds.
    package var life: Int64 {
        switch self {
        case .answers: 2 * 3_600_000
        case .uploads: 8 * 3_600_000
        }
    }

    /// How many; the oldest makes room.
    package var limit: Int {
        switch self {
        case .answers: 16_384
        case .uploads: 64
        }
    }

    /// Bytes on the disk, sealed; the oldest makes room.
    package var room: Int {
        switch self {
        case .answers: 64 << 20
        case .uploads: 512 << 20
        }
    }
}
