package import Mail

/// What a lane has to say of one item.
package enum LaneVerdict: Sendable {
    case open
    /// It goes, and counts in a cap.
    case counted(LaneUse)
    /// It is taken in and waits.
    case held(LaneUse, Finding)
    /// It is not taken; no number and no reference is used.
    case refused(Finding)

    package var use: LaneUse? {
        switch self {
        case .open, .refused: nil
        case .counted(let use), .held(let use, _): use
        }
    }

    /// What is said to whoever lodges.
    package var finding: Finding? {
        switch self {
        case .open, .counted: nil
        case .held(_, let finding), .refused(let finding): finding
        }
    }

    package var isHeld: Bool { if case .held = self { true } else { false } }
    package var isRefused: Bool { if case .refused = self { true } else { false } }
}
